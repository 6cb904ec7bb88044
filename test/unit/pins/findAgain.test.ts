import assert from 'node:assert/strict';
import type { Library } from '../../../src/core/library';
import { findPin, type FoundPin } from '../../../src/core/pins/findAgain';
import type { Pin } from '../../../src/core/pins/pin';
import { fact, libraryOf, name } from '../support/smallLibrary';
import { pin } from './pins';

function find(library: Library, wanted: Pin, taken: readonly string[] = []): FoundPin {
  const steps = findPin(library, wanted, new Set(taken));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const library = libraryOf(
  [name('kim', 'Kim Ok-gyun'), name('lang', 'Jack Lang')],
  [
    fact('office', 'In October 2011 France opened an office for cooperation in Pyongyang.'),
    fact('trade', 'In 2005 France bought goods worth 24 million euros from North Korea.'),
    fact('zh', '法国于2011年在平壤开设合作办事处。'),
  ],
);
const section = 'd/t/s';

describe('Finding a pin again', () => {
  it('goes by the key, whatever the text says now', () => {
    const found = find(library, pin('office', { text: 'Something else.' }));
    assert.equal(found.key, 'd/office');
    assert.match(found.text, /^In October 2011/u);
  });

  it('takes the nearest sentence where the key is gone', () => {
    const reworded = 'France opened its cooperation office in Pyongyang in October 2011.';
    assert.equal(find(library, pin('old', { text: reworded, section })).key, 'd/office');
    assert.equal(
      find(library, pin('old', { text: reworded, section: 'd/t/gone' })).key,
      'd/office',
      'in the topic',
    );
    assert.equal(find(library, pin('old', { text: reworded })).key, 'd/office', 'in the dossier');
    const chinese = pin('old', { text: '法国于2011年在平壤开设了一个办事处。', section });
    assert.equal(find(library, chinese).key, 'd/zh', 'in a script without spaces');
  });

  it('keeps the text and says nothing is there where no sentence is near', () => {
    const text = 'Kim Jong-il met François Mitterrand in Pyongyang in 1981.';
    const gone = pin('old', { text, section });
    assert.deepEqual(find(library, gone), { pin: gone, text, isGone: true });
  });

  it('does not take a fact that another pin stands for', () => {
    const text = 'In October 2011 France opened an office in Pyongyang.';
    assert.equal(find(library, pin('old', { text, section }), ['d/office']).key, undefined);
  });

  it('keeps the text where the whole dossier is gone', () => {
    const gone = { ...pin('x', { text: 'A sentence.' }), key: 'other/x' };
    assert.deepEqual(find(library, gone), { pin: gone, text: 'A sentence.', isGone: true });
  });

  it('knows names, sections and topics by what they are called', () => {
    const named = pin('old', { kind: 'name', text: 'KIM Ok-Gyun' });
    assert.deepEqual(find(library, named), { pin: named, text: 'Kim Ok-gyun', key: 'd/kim' });
    const [old] = [pin('t/old', { kind: 'section', text: 'A section' })];
    assert.equal(find(library, old).key, 'd/t/s');
    assert.equal(find(library, pin('old', { kind: 'topic', text: 'A topic' })).key, 'd/t');
    assert.equal(find(library, pin('old', { kind: 'name', text: 'Nobody' })).key, undefined);
  });
});
