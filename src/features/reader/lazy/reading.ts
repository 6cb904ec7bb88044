import * as vscode from 'vscode';
import type { Library } from '../../../core/library';
import type { OpenTarget } from '../../../host/commands';
import { UserError } from '../../../host/log';
import type { Services } from '../../../host/services';
import { TARGET_KINDS } from '../../../protocol/address';
import { figuresAsked, timelineAsked } from '../chartTargets';
import { ReaderPanels } from '../readerPanels';
import { addressOf, isOpenTarget, pageOf } from '../targets';

/** What the reader's commands do. All of the reader is loaded with it, at the first use of one. */
export class Reading {
  /** All open readers. */
  readonly panels: ReaderPanels;

  constructor(private readonly services: Services) {
    this.panels = new ReaderPanels(services);
  }

  /**
   * Opens what a command was given, or the topic that is chosen from a list. What is not there gets a page that says so
   * and offers what is near. Gives whether a page was opened that is there.
   * @throws {UserError} where `argument` is nothing that can be opened
   */
  async open(argument: unknown, toSide: boolean): Promise<boolean> {
    const loaded = await this.services.library.loadFor(isOpenTarget(argument) ? argument.key : undefined);
    const target = argument ?? (await pickTopic(loaded));
    if (target === undefined) return false;
    if (!isOpenTarget(target)) {
      throw new UserError(
        vscode.l10n.t(
          'What to open is written {0}.',
          `{ "kind": ${TARGET_KINDS.map((kind) => `"${kind}"`).join(' | ')}, "key": "<dossier>/…" }`,
        ),
      );
    }
    return this.panels.open(pageOf(loaded, target), toSide || target.beside === true);
  }

  /** Shows a target in passing; anything else ends the preview. */
  async preview(argument: unknown): Promise<boolean> {
    if (!isOpenTarget(argument)) {
      this.panels.endPreview();
      return false;
    }
    const address = addressOf(await this.services.library.loadFor(argument.key), argument);
    return address !== undefined && this.panels.preview(address);
  }

  /** Opens the timeline of a target, or of what is chosen from a list. */
  async showTimeline(target: unknown): Promise<boolean> {
    const address = await timelineAsked(this.services, target);
    return address !== undefined && this.panels.open(address, false);
  }

  /** Opens the figures of a target's topic, or of the topic that is chosen from a list. */
  async showFigures(target: unknown): Promise<boolean> {
    const address = await figuresAsked(this.services, target);
    return address !== undefined && this.panels.open(address, false);
  }
}

async function pickTopic(library: Library): Promise<OpenTarget | undefined> {
  const isOnly = library.dossiers.length === 1;
  const items = library.dossiers.flatMap((dossier) =>
    dossier.topics.map((topic) => ({
      label: topic.title,
      detail: topic.summary,
      ...(!isOnly && { description: dossier.title }),
      iconPath: new vscode.ThemeIcon('book'),
      key: topic.key,
    })),
  );
  if (items.length === 0) {
    throw new UserError(vscode.l10n.t('No dossier is loaded. The log says what could not be read.'));
  }
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which topic do you want to read?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && { kind: 'topic', key: picked.key };
}
