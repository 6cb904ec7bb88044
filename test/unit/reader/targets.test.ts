import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directionOf } from '../../../src/core/text/direction';
import { makeNonce, readerHtml } from '../../../src/features/reader/html';
import { licenseUrl } from '../../../src/core/licenses';
import { addressOf, isOpenTarget, pageOf, targetOf } from '../../../src/features/reader/targets';
import { readerLibrary } from './support';

const library = readerLibrary();

describe('What the reader is asked to open', () => {
  it('is a dossier, a topic, a name, and a section and a fact in their topic', () => {
    assert.deepEqual(addressOf(library, { kind: 'dossier', key: 'd' }), { kind: 'dossier', key: 'd' });
    assert.deepEqual(addressOf(library, { kind: 'topic', key: 'd/one' }), { kind: 'topic', key: 'd/one' });
    assert.deepEqual(addressOf(library, { kind: 'section', key: 'd/one/a2' }), {
      kind: 'topic',
      key: 'd/one',
      section: 'd/one/a2',
    });
    assert.deepEqual(addressOf(library, { kind: 'fact', key: 'd/f4' }), {
      kind: 'topic',
      key: 'd/one',
      section: 'd/one/b',
      fact: 'd/f4',
    });
    assert.deepEqual(addressOf(library, { kind: 'name', key: 'd/unused' }), {
      kind: 'name',
      key: 'd/unused',
    });
  });

  it('is nowhere when the library does not hold it or has nothing to read about it', () => {
    assert.equal(addressOf(library, { kind: 'topic', key: 'd/empty' }), undefined);
    assert.equal(addressOf(library, { kind: 'topic', key: 'd/none' }), undefined);
    assert.equal(addressOf(library, { kind: 'section', key: 'd/one' }), undefined);
    assert.equal(addressOf(library, { kind: 'fact', key: 'd/none' }), undefined);
    assert.equal(addressOf(library, { kind: 'name', key: 'd/none' }), undefined);
    assert.equal(addressOf(library, { kind: 'dossier', key: 'none' }), undefined);
    assert.deepEqual(pageOf(library, { kind: 'name', key: 'd/none' }), { kind: 'name', key: 'd/none' });
    assert.deepEqual(pageOf(library, { kind: 'fact', key: 'd/none' }), { kind: 'topic', key: 'd/none' });
  });

  it('is checked before it is used', () => {
    assert.ok(isOpenTarget({ kind: 'fact', key: 'd/f1' }));
    assert.ok(isOpenTarget({ kind: 'topic', key: 'd/one', beside: true, topic: {} }));
    for (const wrong of [
      'd/f1',
      7,
      null,
      {},
      { kind: 'fact' },
      { key: 'd/f1' },
      { kind: 'sentence', key: 'd' },
    ]) {
      assert.equal(isOpenTarget(wrong), false, JSON.stringify(wrong));
    }
    assert.equal(isOpenTarget({ kind: 'fact', key: 'd/f1', beside: 'yes' }), false);
    assert.equal(isOpenTarget({ kind: 'fact', key: 'x'.repeat(3000) }), false);
    fc.assert(fc.property(fc.anything(), (value) => typeof isOpenTarget(value) === 'boolean'));
  });

  it('is told by an address at the finest that it names', () => {
    const topic = { kind: 'topic', key: 'd/one' } as const;
    assert.deepEqual(targetOf(topic), topic);
    assert.deepEqual(targetOf({ ...topic, section: 'd/one/a' }), { kind: 'section', key: 'd/one/a' });
    assert.deepEqual(targetOf({ ...topic, section: 'd/one/a', fact: 'd/f1' }), { kind: 'fact', key: 'd/f1' });
  });
});

describe('The direction of a language', () => {
  it('follows its script where the tag names one', () => {
    const rtl = ['ar', 'he-IL', 'fa', 'ur', 'yi', 'ckb', 'pa-Arab-PK', 'AR-eg'];
    const ltr = ['en', 'ko', 'fr-CA', 'ar-Latn', 'az', 'zh-Hant', ''];
    assert.deepEqual(
      rtl.map(directionOf),
      rtl.map(() => 'rtl'),
    );
    assert.deepEqual(
      ltr.map(directionOf),
      ltr.map(() => 'ltr'),
    );
  });
});

describe('The address of a licence', () => {
  it('is known for Creative Commons', () => {
    assert.equal(licenseUrl('CC-BY-SA-4.0'), 'https://creativecommons.org/licenses/by-sa/4.0/');
    assert.equal(licenseUrl('CC-BY-NC-ND-3.0'), 'https://creativecommons.org/licenses/by-nc-nd/3.0/');
    assert.equal(licenseUrl('CC0-1.0'), 'https://creativecommons.org/publicdomain/zero/1.0/');
    assert.equal(licenseUrl('MIT'), undefined);
    assert.equal(licenseUrl('CC-BY-SA-4.0/../x'), undefined);
  });
});

describe("The reader's shell", () => {
  const shell = {
    script: 's.js',
    style: 's.css',
    cspSource: 'https://own.example',
    language: 'en',
    nonce: 'abc',
  };

  it('allows nothing but its own style sheet and the one script with the nonce', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/u.exec(readerHtml(shell))?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src https://own.example; script-src 'nonce-abc'; img-src blob:; base-uri 'none'; form-action 'none'",
    );
    assert.doesNotMatch(readerHtml(shell), /unsafe-|<style|style=|onload|<script(?![^>]* src=)/u);
  });

  it('escapes what it is given', () => {
    const html = readerHtml({ ...shell, language: '"><script>', script: 'a"b&c' });
    assert.match(html, /lang="&quot;&gt;&lt;script&gt;"/u);
    assert.match(html, /src="a&quot;b&amp;c"/u);
  });

  it('has another nonce each time, of 128 bits', () => {
    const nonces = new Set(Array.from({ length: 100 }, makeNonce));
    assert.equal(nonces.size, 100);
    for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/u);
  });
});
