import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { host, useWorkbench } from './support/session';

type Texts = Record<string, string>;

// One language in each host: the bundles are loaded by the host, and what they hold is the unit tests' matter.
const language = host() === 'web' ? 'ko' : 'fr';
const onTheCard = { fr: /Personne.*9 novembre 2009/su, ko: /인물.*2009년 11월 9일/su }[language];

describe('Dossier in a VS Code that speaks another language', () => {
  const workbench = useWorkbench({ language });
  const manifest = JSON.parse(readFileSync(`package.nls.${language}.json`, 'utf8')) as Texts;
  const code = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Texts;

  it('shows views, cards, search and reader in it', async () => {
    await workbench().openFile('draft.md', 1);
    await workbench().showDossier();
    const topics = workbench().tree(manifest['view.topics']!);
    await topics.unfold();
    await topics.labels((labels) => labels.length > 0);

    const accept = (text: string): boolean => text.includes('Jack Lang');
    const card = await workbench().editor.hoverOver('Jack Lang', { accept });
    assert.match(card, onTheCard);
    assert.ok(card.includes(code['All facts']!), card);
    await workbench().press('Escape');

    await workbench().runCommand(`Dossier: ${manifest['command.search']!}`);
    await workbench().quickInput.type('sarkozy envoy');
    await workbench().quickInput.items((items) =>
      items.some((item) => item.includes('Sarkozy') && item.includes(code.Best!)),
    );
    await workbench().press('Enter');
    await workbench().quickInput.closed();
    const text = await workbench()
      .reader()
      .text((shown) => shown.includes('Sarkozy'));
    assert.ok(text.includes(code.Sources!), text);
  });
});
