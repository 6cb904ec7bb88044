import * as vscode from 'vscode';
import { runCommand } from '../../host/commands';
import type { PinService } from '../../host/pinService';
import { MAX_LATEST_PINS, type HostMessage } from '../../protocol/hostMessages';
import type { Page } from '../../protocol/page';
import type { ReaderMessage } from '../../protocol/readerMessages';

/** What the reader asks for when something is to be taken along or kept. */
export type TakeMessage = Extract<
  ReaderMessage,
  { type: 'copyFact' | 'copyLink' | 'insertFact' | 'insertCitation' | 'pin' }
>;

/** Takes a fact along, or keeps what the reader shows. Gives what is to be said to those who listen. */
export async function takeFact(message: TakeMessage): Promise<string | undefined> {
  const { key } = message;
  switch (message.type) {
    case 'copyFact':
      return said(
        await runCommand('dossier.copyFact', { kind: 'fact', key }),
        vscode.l10n.t('Copied with source.'),
      );
    case 'copyLink':
      return said(
        await runCommand('dossier.copyFactLink', { kind: 'fact', key }),
        vscode.l10n.t('Link copied.'),
      );
    case 'insertFact':
      await runCommand('dossier.insertFact', { kind: 'fact', key });
      return undefined;
    case 'insertCitation':
      await runCommand('dossier.insertCitation', { kind: 'fact', key });
      return undefined;
    case 'pin': {
      const target = { kind: message.kind, key };
      return message.isOn
        ? said(await runCommand('dossier.pin', target), vscode.l10n.t('Pinned.'))
        : said(await runCommand('dossier.unpin', target), vscode.l10n.t('Unpinned.'));
    }
  }
}

function said(done: string | undefined, text: string): string | undefined {
  return done === undefined ? undefined : text;
}

/** Which things are pinned, as a page is told; the overview of a dossier also hears of the latest of its pins. */
export async function pinsMessage(pins: PinService, page: Page | undefined): Promise<HostMessage> {
  const book = await pins.load();
  const found = page?.kind === 'dossier' ? book.foundIn(page.key) : [];
  const latest = found
    .toSorted((one, other) => (one.pin.pinned < other.pin.pinned ? 1 : -1))
    .slice(0, MAX_LATEST_PINS)
    .map(({ pin: { kind, key: kept, place }, key = kept, text: title }) => ({
      kind,
      key,
      title,
      ...(place !== undefined && { detail: place }),
    }));
  return { type: 'pins', pinned: book.targets(), latest };
}
