/** What an element may be given. Nothing here takes markup: text becomes text nodes. */
export interface ElementOptions {
  readonly class?: string;
  readonly id?: string;
  /** Attributes by name; `undefined` leaves one out. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
}

/** Makes an element with children; strings become text nodes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: ElementOptions = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = options.class;
  if (options.id !== undefined) made.id = options.id;
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** What a link or button asks of the host; kept beside the elements, so that no data goes through attributes. */
export type Action = () => void;

const actions = new WeakMap<Element, Action>();

/** A link that runs an action. It has an address only so that it is a link: to Tab, to Enter and to screen readers. */
export function actionLink(
  action: Action,
  options: ElementOptions,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  const link = element('a', { ...options, attributes: { ...options.attributes, href: '#' } }, ...children);
  actions.set(link, action);
  return link;
}

/** A button that runs an action. */
export function actionButton(
  action: Action,
  options: ElementOptions,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const button = element(
    'button',
    { ...options, attributes: { ...options.attributes, type: 'button' } },
    ...children,
  );
  actions.set(button, action);
  return button;
}

/**
 * Runs the actions of what is clicked below `root`. The click goes no further: VS Code's own handler would scroll to
 * the top for an address of `#`.
 */
export function listenForActions(root: HTMLElement): void {
  const handle = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest('a, button') : null;
    const action = target && actions.get(target);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 0 || event.button === 1) action();
  };
  root.addEventListener('click', handle);
  root.addEventListener('auxclick', handle);
}
