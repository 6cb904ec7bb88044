import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { FiguresTarget, TimelineTarget } from '../../host/commands';
import { UserError } from '../../host/log';
import type { Services } from '../../host/services';
import type { PageAddress } from '../../protocol/address';

/**
 * The page of the timeline of `target`, or of what is chosen from a list; `undefined` where nothing is.
 * @throws {UserError} where the target is nothing that has a timeline
 */
export async function timelineAsked(
  { library, readingPlace }: Services,
  target: unknown,
): Promise<PageAddress | undefined> {
  const asked = checkTarget(target, ['dossier', 'topic', 'section', 'fact', 'name']);
  const loaded = await library.loadFor(asked?.key);
  const chosen = asked ?? (await askTimeline(loaded, readingPlace.current?.key));
  return chosen && timelineOf(loaded, chosen);
}

/**
 * The page of the figures of `target`, or of the topic that is chosen from a list; `undefined` where none is.
 * @throws {UserError} where the target is nothing that has figures
 */
export async function figuresAsked(
  { library, readingPlace }: Services,
  target: unknown,
): Promise<PageAddress | undefined> {
  const asked = checkTarget(target, ['topic', 'section', 'fact']);
  const loaded = await library.loadFor(asked?.key);
  const chosen = asked ?? (await askFigures(loaded, readingPlace.current?.key));
  return chosen && { kind: 'figures', key: topicOf(loaded, chosen) };
}

/**
 * What a command was given; `undefined` where it was given nothing.
 * @throws {UserError} where that is none of these kinds of thing
 */
function checkTarget<K extends string>(
  value: unknown,
  kinds: readonly K[],
): { readonly kind: K; readonly key: Key } | undefined {
  if (value === undefined) return undefined;
  const { kind, key } =
    typeof value === 'object' && value !== null ? (value as Partial<Record<'kind' | 'key', unknown>>) : {};
  const known = kinds.find((each) => each === kind);
  if (known !== undefined && typeof key === 'string' && key !== '') return { kind: known, key };
  throw new UserError(
    vscode.l10n.t(
      'What to show is written {0}.',
      `{ "kind": ${kinds.map((each) => `"${each}"`).join(' | ')}, "key": "<dossier>/…" }`,
    ),
  );
}

/** Where the timeline of something stands; a section's or fact's is that of its topic. */
function timelineOf(library: Library, { kind, key }: TimelineTarget): PageAddress {
  switch (kind) {
    case 'dossier':
      return { kind: 'dossierTimeline', key };
    case 'name':
      return { kind: 'nameTimeline', key };
    case 'topic':
    case 'section':
    case 'fact':
      return { kind: 'topicTimeline', key: topicOf(library, { kind, key }) };
  }
}

function topicOf(library: Library, { kind, key }: FiguresTarget): Key {
  switch (kind) {
    case 'topic':
      return key;
    case 'section':
      return library.section(key)?.topic ?? key;
    case 'fact':
      return library.fact(key)?.topic ?? key;
  }
}

interface Item<T> extends vscode.QuickPickItem {
  readonly target?: T;
}

/** Asks for a dossier or topic, or goes on to ask for a name. What is being read stands first. */
async function askTimeline(library: Library, read: Key | undefined): Promise<TimelineTarget | undefined> {
  const items = library.dossiers.flatMap((dossier): Item<TimelineTarget>[] => [
    { label: dossier.title, kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(library) ${dossier.title}`,
      description: vscode.l10n.t('all topics'),
      target: { kind: 'dossier', key: dossier.id },
    },
    ...topicItems(dossier.topics),
  ]);
  const aName: Item<TimelineTarget> = { label: `$(tag) ${vscode.l10n.t('A name…')}` };
  const picked = await vscode.window.showQuickPick(
    [...beingRead(library, read), aName, ...something(items)],
    {
      placeHolder: vscode.l10n.t('What do you want a timeline of?'),
      // The palette gives the focus back to the reader that it was opened from.
      ignoreFocusOut: true,
    },
  );
  if (picked !== aName) return picked?.target;
  const names = library.nameGroups().flatMap(({ kind, letter }) => library.namesIn(kind, letter));
  const name = await vscode.window.showQuickPick(
    names.map(({ key, label }) => ({ label, key })),
    { placeHolder: vscode.l10n.t('Which name do you want a timeline of?'), ignoreFocusOut: true },
  );
  return name && { kind: 'name', key: name.key };
}

async function askFigures(library: Library, read: Key | undefined): Promise<FiguresTarget | undefined> {
  const items = library.dossiers.flatMap((dossier): Item<FiguresTarget>[] => [
    { label: dossier.title, kind: vscode.QuickPickItemKind.Separator },
    ...topicItems(dossier.topics),
  ]);
  const picked = await vscode.window.showQuickPick([...beingRead(library, read), ...something(items)], {
    placeHolder: vscode.l10n.t('Which topic do you want the figures of?'),
    // The palette gives the focus back to the reader that it was opened from.
    ignoreFocusOut: true,
  });
  return picked?.target;
}

type TopicItem = Item<{ readonly kind: 'topic'; readonly key: Key }>;

function topicItems(topics: readonly { readonly key: Key; readonly title: string }[]): TopicItem[] {
  return topics.map(({ key, title }) => ({ label: `$(book) ${title}`, target: { kind: 'topic', key } }));
}

/** The topic that the reader shows. */
function beingRead(library: Library, read: Key | undefined): TopicItem[] {
  if (read === undefined) return [];
  const topic =
    library.topic(read) ?? library.topic(library.section(read)?.topic ?? library.fact(read)?.topic ?? '');
  if (!topic) return [];
  return topicItems([topic]).map((item) => ({ ...item, description: vscode.l10n.t('in the reader') }));
}

/** @throws {UserError} where there is nothing to choose from */
function something<T>(items: readonly T[]): readonly T[] {
  if (items.length > 0) return items;
  throw new UserError(vscode.l10n.t('No dossier is loaded. The log says what could not be read.'));
}
