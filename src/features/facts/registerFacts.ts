import * as vscode from 'vscode';
import { factsWithin, quoteFact, quoteFacts } from '../../core/cards/quoteFacts';
import type { Library } from '../../core/library';
import type { Fact, Key } from '../../core/model';
import { keyOf, registerCommand, runCommand, type TargetOrKey } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';

/** Registers what takes facts along: copy, and the list of all facts of a name. */
export function registerFacts({ library, log }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('dossier.copyFact', log, async (target, selected = []) => {
      const loaded = await library.loadFor(keyOf(target));
      const asked = target ?? (await runCommand('dossier.search', { pickFact: true }));
      if (asked === undefined) return undefined;
      const all = selected.length > 0 ? selected : [asked];
      const markdown = all.map((each) => quote(loaded, each)).join('\n\n');
      await vscode.env.clipboard.writeText(markdown);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied with source.'), 3000);
      return markdown;
    }),

    registerCommand('dossier.showFactsOfName', log, async (target?: TargetOrKey) => {
      const loaded = await library.loadFor(keyOf(target));
      const key = target === undefined ? await pickName(loaded) : keyOf(target);
      if (target !== undefined && (key === undefined || !loaded.name(key))) {
        throw new UserError(unknownTarget(target));
      }
      if (key === undefined) return undefined;
      const fact = await pickFactOf(loaded, key);
      if (fact) await runCommand('dossier.open', { kind: 'fact', key: fact.key });
      return fact?.key;
    }),
  );
}

/** What "copy" gives for a fact, or for all facts of a topic, section or name. */
function quote(library: Library, target: TargetOrKey): string {
  const key = keyOf(target) ?? '';
  const kind = typeof target === 'string' ? undefined : target.kind;
  const fact = kind === undefined || kind === 'fact' ? library.fact(key) : undefined;
  if (fact) return quoteFact(library, fact);
  const section = kind === undefined || kind === 'section' ? library.section(key) : undefined;
  if (section) return quoteFacts(library, section.title, factsWithin(section));
  const topic = kind === undefined || kind === 'topic' ? library.topic(key) : undefined;
  if (topic) return quoteFacts(library, topic.title, topic.sections.flatMap(factsWithin));
  const name = kind === undefined || kind === 'name' ? library.name(key) : undefined;
  if (name) return quoteFacts(library, name.label, library.factsAbout(key));
  throw new UserError(unknownTarget(target));
}

async function pickName(library: Library): Promise<Key | undefined> {
  const items = [...library.names()]
    .sort((a, b) => a.label.localeCompare(b.label))
    .map((name) => ({ label: name.label, description: name.description, key: name.key }));
  const placeHolder = vscode.l10n.t('Whose facts?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.key;
}

async function pickFactOf(library: Library, key: Key): Promise<Fact | undefined> {
  const facts = library.factsAbout(key);
  const label = library.name(key)?.label ?? key;
  const items = facts.map((fact) => {
    const section = library.section(fact.section)?.title;
    return { label: fact.text, ...(section !== undefined && { detail: section }), fact };
  });
  const placeHolder =
    facts.length === 0
      ? vscode.l10n.t('No facts about {0} yet.', label)
      : vscode.l10n.t('Facts about {0}: choose one to read it in its section', label);
  const title = vscode.l10n.t('{0}: all facts', label);
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.fact;
}

function unknownTarget(target: TargetOrKey): string {
  return vscode.l10n.t('No loaded dossier holds "{0}".', keyOf(target) ?? JSON.stringify(target));
}
