import type { MentionsMessage } from '../protocol/hostMessages';
import type { ReaderContext } from './context';
import { actionButton, actionLink, element } from './dom';

/** Where the workspace mentions the name of a page: in open documents at once, in all files when asked for. */
export class MentionList {
  readonly element: HTMLElement;
  private readonly list = element('div', { attributes: { 'aria-live': 'polite' } });
  private readonly button: HTMLButtonElement;

  constructor(private readonly context: ReaderContext) {
    const { strings, send, serial } = context;
    this.button = actionButton(
      () => {
        this.list.replaceChildren(element('p', { class: 'quietText' }, strings.looking));
        send({ type: 'findMentions', serial });
      },
      { class: 'button' },
      strings.lookInFiles,
    );
    this.element = element(
      'section',
      { class: 'part', attributes: { 'aria-labelledby': 'mentions' } },
      element('h2', { id: 'mentions' }, strings.mentions),
      this.list,
      this.button,
    );
  }

  /** Shows what the host found. */
  show({ files, isComplete }: MentionsMessage): void {
    const { strings } = this.context;
    this.button.hidden = isComplete;
    if (files.length === 0) {
      const text = isComplete ? strings.noMentions : strings.noMentionsYet;
      this.list.replaceChildren(element('p', { class: 'quietText' }, text));
      return;
    }
    this.list.replaceChildren(...files.flatMap((file, index) => this.drawFile(file, index)));
  }

  private drawFile({ title, lines }: MentionsMessage['files'][number], file: number): readonly HTMLElement[] {
    const { send, serial } = this.context;
    const items = lines.map(({ line, text, start, end }, index) =>
      element(
        'li',
        {},
        actionLink(
          () => send({ type: 'openMention', serial, file, line: index }),
          { class: 'mention' },
          element('span', { class: 'mentionLine' }, String(line)),
          ' ',
          text.slice(0, start),
          element('strong', {}, text.slice(start, end)),
          text.slice(end),
        ),
      ),
    );
    return [element('h3', { class: 'file' }, title), element('ul', { class: 'plainList' }, ...items)];
  }
}
