import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import type { ExportSubject, OpenTarget } from '../../host/commands';
import type { Services } from '../../host/services';

/** How many facts that a search finds are exported. */
const MOST_FOUND = 200;

interface SubjectItem extends vscode.QuickPickItem {
  readonly subject?: ExportSubject;
}

/** Asks what to export: what the reader shows, a topic, a dossier, or what is typed and found. */
export async function askSubject(services: Services): Promise<ExportSubject | undefined> {
  const { log } = services;
  const quickPick = vscode.window.createQuickPick<SubjectItem>();
  quickPick.title = vscode.l10n.t('Dossier: Export');
  quickPick.placeholder = vscode.l10n.t('What do you want to take along? Type to find more');
  quickPick.matchOnDescription = true;
  const offered = await offeredItems(services);
  let round = 0;
  const update = async (query: string): Promise<void> => {
    const current = ++round;
    quickPick.busy = true;
    const items = query.trim() === '' ? offered : await foundItems(services, query.trim());
    // A slower answer to an older query must not replace a newer one.
    if (current !== round) return;
    quickPick.items = items;
    quickPick.busy = false;
  };
  quickPick.items = offered;
  return new Promise((resolve) => {
    quickPick.onDidChangeValue((query) => {
      update(query).catch((error: unknown) => log.failure('dossier.export', error));
    });
    quickPick.onDidAccept(() => {
      const subject = (quickPick.selectedItems[0] ?? quickPick.activeItems[0])?.subject;
      if (!subject) return;
      resolve(subject);
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      round++;
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}

async function offeredItems({ library, readingPlace }: Services): Promise<SubjectItem[]> {
  const loaded = await library.load();
  const read = readingPlace.current && readSubject(loaded, readingPlace.current);
  const reading: SubjectItem[] = read
    ? [
        {
          label: `$(open-preview) ${read.title}`,
          description: vscode.l10n.t('in the reader'),
          subject: read.subject,
        },
      ]
    : [];
  return [
    ...reading,
    ...loaded.dossiers.flatMap((dossier): SubjectItem[] => [
      { label: dossier.title, kind: vscode.QuickPickItemKind.Separator },
      {
        label: `$(library) ${dossier.title}`,
        description: vscode.l10n.t('all topics'),
        subject: { kind: 'dossier', key: dossier.id },
      },
      ...dossier.topics.map(({ key, title }): SubjectItem => {
        return { label: `$(book) ${title}`, subject: { kind: 'topic', key } };
      }),
    ]),
  ];
}

/** What the reader shows; of a fact, its section. */
function readSubject(
  library: Library,
  { kind, key }: OpenTarget,
): { readonly title: string; readonly subject: ExportSubject } | undefined {
  switch (kind) {
    case 'dossierTimeline':
    case 'dossier': {
      const dossier = library.dossier(key);
      return dossier && { title: dossier.title, subject: { kind: 'dossier', key } };
    }
    case 'topicTimeline':
    case 'figures':
    case 'topic': {
      const topic = library.topic(key);
      return topic && { title: topic.title, subject: { kind: 'topic', key } };
    }
    case 'nameTimeline':
    case 'name': {
      const name = library.name(key);
      return name && { title: name.label, subject: { kind: 'name', key } };
    }
    case 'section':
    case 'fact': {
      const section = library.section(kind === 'section' ? key : (library.fact(key)?.section ?? ''));
      return section && { title: section.title, subject: { kind: 'section', key: section.key } };
    }
  }
}

/** What a search finds: its facts as one list, and the names, sections and topics by themselves. */
async function foundItems({ search }: Services, query: string): Promise<SubjectItem[]> {
  const [facts, others] = await Promise.all([
    search.search(query, { kinds: ['fact'], limit: MOST_FOUND }),
    search.search(query, { kinds: ['name', 'section', 'topic'] }),
  ]);
  const icons = { name: 'tag', section: 'list-tree', topic: 'book', fact: 'symbol-text' } as const;
  const items: SubjectItem[] = others.flatMap(({ kind, key, label, text }) =>
    kind === 'fact'
      ? []
      : [
          {
            label: `$(${icons[kind]}) ${label}`,
            description: text,
            alwaysShow: true,
            subject: { kind, key },
          },
        ],
  );
  if (facts.length > 0) {
    items.unshift({
      label: `$(search) ${vscode.l10n.t('Facts that match "{0}"', query)}`,
      description: factCount(facts.length),
      alwaysShow: true,
      subject: { kind: 'facts', title: query, keys: facts.map(({ key }) => key) },
    });
  }
  if (items.length > 0) return items;
  return [{ label: vscode.l10n.t('Nothing matches "{0}".', query), alwaysShow: true }];
}

export function factCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 fact') : vscode.l10n.t('{0} facts', count);
}
