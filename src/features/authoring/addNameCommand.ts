import { LONGEST_NAME } from './longest';
import * as vscode from 'vscode';
import type { AddedName, NewName } from '../../core/authoring/addName';
import { insert, oneLine } from '../../core/authoring/insertion';
import { NAME_KINDS, type NameKind } from '../../core/model';
import type { NameAnswers, WrittenPlace } from '../../host/commands';
import { UserError } from '../../host/log';
import { problemInUsersLanguage } from '../../host/sayings';
import type { Services } from '../../host/services';
import { checkAnswers, selectedText } from './answers';
import { chooseDossier, titleOf, type OwnDossier } from './chooseDossier';
import { openPlaces } from './entryPlaces';
import { showWritten } from './showWritten';
import { makeFile, makeInsertion, nameOfFile, openFile } from './writeFile';

/** Adds a name to the names.yaml of a dossier of the user's own; asks for what is missing. */
export async function addNameCommand(
  services: Services,
  given?: NameAnswers,
): Promise<WrittenPlace | undefined> {
  const answers = checkAnswers(given, {
    texts: ['text', 'kind', 'description'],
    addresses: ['dossier'],
    lists: ['aliases'],
  });
  const label = oneLine(answers.text ?? (selectedText() || ((await askLabel()) ?? '')));
  if (label === '') {
    if (answers.text === undefined) return undefined;
    throw new UserError(vscode.l10n.t('A name needs letters: select the words that are the name.'));
  }
  if (label.length > LONGEST_NAME) {
    throw new UserError(
      vscode.l10n.t('This is too long for a name. Select only the words that are the name.'),
    );
  }
  if (answers.kind !== undefined && !NAME_KINDS.includes(answers.kind)) {
    throw new UserError(vscode.l10n.t('A kind is one of {0}.', NAME_KINDS.join(', ')));
  }
  const own = await chooseDossier(services, answers.dossier);
  // A script knows what it does; somebody at the keyboard may not know that the name is there.
  if (!own || (answers.kind === undefined && !(await isToBeAdded(services, own, label)))) return undefined;
  const kind = answers.kind ?? (await askKind(label));
  const description = kind && (answers.description ?? (await askDescription(label)));
  if (!kind || description === undefined) return undefined;
  const { aliases = [] } = answers;
  const uri = vscode.Uri.joinPath(own.folder, 'names.yaml');
  const place = await write(services, uri, { label, kind, description, aliases });
  const message = vscode.l10n.t('"{0}" is a name of "{1}" now.', label, titleOf(own));
  showWritten(message, place);
  return place;
}

/** Whether a name is new, or to be added all the same: two may share a label. */
async function isToBeAdded(
  { worker }: Services,
  { folder, dossier }: OwnDossier,
  label: string,
): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder, 'names.yaml');
  const names = await openPlaces(worker, uri);
  const known = names?.places.find((place) => place.label === label);
  if (!names || !known) return true;
  const placeHolder = vscode.l10n.t(
    '"{0}" is a name of "{1}" already.',
    label,
    titleOf({ folder, ...(dossier && { dossier }) }),
  );
  const add = vscode.l10n.t('Add Another');
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showQuickPick([add, show], { placeHolder });
  if (answer === show) {
    const selection = new vscode.Range(
      names.document.positionAt(known.idRange.start),
      names.document.positionAt(known.idRange.end),
    );
    await vscode.window.showTextDocument(names.document, { selection });
  }
  return answer === add;
}

async function write({ worker }: Services, uri: vscode.Uri, name: NewName): Promise<WrittenPlace> {
  const document = await openFile(uri);
  const text = document?.getText() ?? '';
  const added = await worker.ask('addName', { text, name });
  if (!('edit' in added)) throw new UserError(refusal(added, uri));
  if (document) await makeInsertion(document, added.edit);
  else await makeFile(uri, insert(text, added.edit));
  const changed = document ?? (await vscode.workspace.openTextDocument(uri));
  const start = added.edit.offset + added.edit.text.search(/\S/u);
  return { uri, line: changed.positionAt(start).line, id: added.id };
}

function refusal(added: Extract<AddedName, { refused: string }>, uri: vscode.Uri): string {
  const file = nameOfFile(uri);
  switch (added.refused) {
    case 'no-label':
      return vscode.l10n.t('A name needs letters: select the words that are the name.');
    case 'no-list':
      return vscode.l10n.t(
        '{0} holds something that is no list of names, so nothing was added. Begin it with "- id: …".',
        file,
      );
    case 'broken': {
      const { problem } = added;
      if (!problem) return vscode.l10n.t('{0} cannot take a name at its end. Add it by hand.', file);
      const { message, remedy } = problemInUsersLanguage(problem);
      return vscode.l10n.t(
        'Nothing was added, since {0} has an error in line {1}: {2} {3}',
        file,
        problem.line + 1,
        message,
        remedy,
      );
    }
  }
}

async function askLabel(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add a Name'),
    prompt: vscode.l10n.t('The name, as it stands in documents'),
  });
}

async function askKind(label: string): Promise<NameKind | undefined> {
  const kinds: Readonly<Record<NameKind, string>> = {
    person: vscode.l10n.t('Person'),
    organisation: vscode.l10n.t('Organisation'),
    place: vscode.l10n.t('Place'),
    event: vscode.l10n.t('Event'),
    work: vscode.l10n.t('Work'),
    concept: vscode.l10n.t('Concept'),
  };
  const items = NAME_KINDS.map((nameKind) => ({ label: kinds[nameKind], nameKind }));
  const placeHolder = vscode.l10n.t('What is "{0}"?', label);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.nameKind;
}

async function askDescription(label: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Who or what is "{0}"?', label),
    prompt: vscode.l10n.t('One line for the card; it may stay empty.'),
  });
}
