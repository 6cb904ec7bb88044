import { LONGEST_FACT } from './longest';
import * as vscode from 'vscode';
import type { AddedFact } from '../../core/authoring/addFact';
import { oneLine } from '../../core/authoring/insertion';
import type { Dossier, Section, Topic } from '../../core/model';
import type { FactAnswers, WrittenPlace } from '../../host/commands';
import { UserError } from '../../host/log';
import { MANIFEST_FILE } from '../../core/format/fileNames';
import type { Services } from '../../host/services';
import { checkAnswers, selectedText } from './answers';
import { chooseDossier, type OwnDossier } from './chooseDossier';
import { showWritten } from './showWritten';
import { makeInsertion, nameOfFile } from './writeFile';

interface Spot {
  readonly topic: Topic;
  /** Id of the section; the end of the topic without it. */
  readonly section?: string;
}

/** Adds a sentence to a topic of a dossier of the user's own; asks for what is missing. */
export async function addFactCommand(
  services: Services,
  given?: FactAnswers,
): Promise<WrittenPlace | undefined> {
  const answers = checkAnswers(given, {
    texts: ['text', 'topic', 'section', 'source', 'when'],
    addresses: ['dossier'],
  });
  const sentence = oneLine(answers.text ?? selectedText());
  if (sentence === '') throw new UserError(vscode.l10n.t('Select the sentence that is the fact first.'));
  if (sentence.length > LONGEST_FACT) {
    throw new UserError(vscode.l10n.t('This is too long for a fact. Select a sentence or two.'));
  }
  const own = await chooseDossier(services, answers.dossier);
  if (!own) return undefined;
  const dossier = await readOwn(services, own);
  const spot =
    answers.topic === undefined ? await askSpot(dossier) : namedSpot(dossier, answers.topic, answers.section);
  if (!spot) return undefined;
  const { source, when } = answers;
  if (source !== undefined && !dossier.sources.some(({ id }) => id === source)) {
    throw new UserError(vscode.l10n.t('"{0}" has no source "{1}".', dossier.title, source));
  }
  const uri = vscode.Uri.joinPath(own.folder, spot.topic.file);
  const document = await vscode.workspace.openTextDocument(uri);
  const added = await services.worker.ask('addFact', {
    text: document.getText(),
    fact: {
      sentence,
      language: dossier.language,
      ...(spot.section !== undefined && { section: spot.section }),
      ...(source !== undefined && { source }),
      ...(when !== undefined && { when }),
    },
  });
  if (!('edit' in added)) throw new UserError(refusal(added, uri, spot.section));
  await makeInsertion(document, added.edit);
  const start = added.edit.offset + added.edit.text.search(/\S/u);
  const place = { uri, line: document.positionAt(start).line, id: added.section };
  showWritten(vscode.l10n.t('The fact stands in "{0}" now.', spot.topic.title), place);
  return place;
}

/** The dossier as it is loaded, else as its files give it. */
async function readOwn({ library }: Services, { folder, dossier }: OwnDossier): Promise<Dossier> {
  let read = dossier;
  if (!read) {
    // A dossier that was just made is read a moment later.
    await library.refresh(folder);
    read = library.placeOf(vscode.Uri.joinPath(folder, MANIFEST_FILE))?.dossier;
  }
  if (read) return read;
  throw new UserError(
    vscode.l10n.t('The dossier in "{0}" cannot be read. Mend its dossier.yaml first.', nameOfFile(folder)),
  );
}

function namedSpot({ title, topics }: Dossier, named: string, section: string | undefined): Spot {
  const topic = topics.find(({ id, file, key }) => [id, file, key, `${id}.md`].includes(named));
  if (!topic) throw new UserError(vscode.l10n.t('"{0}" has no topic "{1}".', title, named));
  return { topic, ...(section !== undefined && { section }) };
}

function withNested(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...withNested(section.sections)]);
}

async function askSpot({ title, topics }: Dossier): Promise<Spot | undefined> {
  if (topics.length === 0) {
    throw new UserError(
      vscode.l10n.t('"{0}" has no topic yet. Make a file in its folder "topics" first.', title),
    );
  }
  const items = topics.flatMap((topic): (vscode.QuickPickItem & { spot?: Spot })[] => {
    const sections = withNested(topic.sections);
    const separator = { label: topic.title, kind: vscode.QuickPickItemKind.Separator };
    if (sections.length === 0) return [separator, { label: topic.title, spot: { topic } }];
    return [
      separator,
      ...sections.map((section) => ({
        label:
          section.id === 'lead'
            ? vscode.l10n.t('Before the first heading')
            : `${'  '.repeat(section.depth - 1)}${section.title}`,
        description: topic.title,
        spot: { topic, section: section.id },
      })),
    ];
  });
  const placeHolder = vscode.l10n.t('At the end of which section?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.spot;
}

function refusal(
  { refused }: Extract<AddedFact, { refused: string }>,
  uri: vscode.Uri,
  section: string | undefined,
): string {
  const file = nameOfFile(uri);
  switch (refused) {
    case 'no-words':
      return vscode.l10n.t('A fact needs words: select the sentence that is the fact.');
    case 'no-section':
      return vscode.l10n.t('{0} has no section "{1}" any more.', file, section ?? '');
    case 'swallowed':
      return vscode.l10n.t(
        'Nothing was added: code or a comment in {0} that is never closed would swallow the sentence.',
        file,
      );
    case 'bad-date':
      return vscode.l10n.t('The argument "when" is an EDTF date such as 2009-11-09 or 2011-10.');
    case 'bad-source':
      return vscode.l10n.t('The argument "source" is the id of a source in dossier.yaml.');
  }
}
