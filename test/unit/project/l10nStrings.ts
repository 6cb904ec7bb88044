import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesBelow } from './files';

/** What the sources say to users. */
export interface SourceStrings {
  /** The English text of each key in the bundles. They are the same, unless the code gives translators a comment. */
  readonly texts: ReadonlyMap<string, string>;
  /** Calls whose text cannot be read from the source, so that no bundle can hold it. */
  readonly unreadable: readonly string[];
  /** Literals that a user would read in English whatever the language, as `place: text`. */
  readonly bypassing: readonly string[];
}

/** The strings of the source files below `folder`. Only layers that have `vscode.l10n` or draw are searched for bypasses. */
export function readSourceStrings(folder = 'src'): SourceStrings {
  const texts = new Map<string, string>();
  const unreadable: string[] = [];
  const bypassing: string[] = [];
  for (const file of filesBelow(folder, '.ts')) {
    if (file.endsWith('.d.ts')) continue;
    const found = stringsOfFile(file, readFileSync(file, 'utf8'));
    for (const [key, text] of found.texts) texts.set(key, text);
    // What core says is translated there: the texts are those of its sayings.
    if (file !== 'src/host/sayings.ts') unreadable.push(...found.unreadable);
    if (speaks(file)) bypassing.push(...found.bypassing);
  }
  return { texts, unreadable, bypassing };
}

/** Whether a literal in the file may reach users; core is data for the rest, but speaks of files and articles. */
function speaks(file: string): boolean {
  return /^src\/(?:host|features|reader|extension|core\/(?:format|authoring|importing\/(?:formats|importArticle|readSource)))\b/u.test(
    file,
  );
}

/** The same for one file's text. */
export function stringsOfFile(file: string, text: string): SourceStrings {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const texts = new Map<string, string>();
  const unreadable: string[] = [];
  const bypassing: string[] = [];
  const placeOf = (node: ts.Node): string =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node)) {
      const [message, ...rest] = node.arguments;
      const found = message ? keysOf(message) : undefined;
      if (found) for (const [key, text] of found) texts.set(key, text);
      else unreadable.push(`${placeOf(node)}: ${node.getText()}`);
      rest.forEach(visit);
      return;
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
      const text = sayingOf(node.template);
      texts.set(text, text);
      ts.forEachChild(node.template, visit);
      return;
    }
    if (isUnseen(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const words = wordsOf(node);
      if (isProse(words) || (isShown(node) && isWord(words))) bypassing.push(`${placeOf(node)}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { texts, unreadable, bypassing };
}

/** The text of a saying (`src/core/saying.ts`), with `{0}` for its first value. */
function sayingOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, span, index) => `${text}{${index}}${span.literal.text}`,
    template.head.text,
  );
}

/** `vscode.l10n.t(…)`. */
function isTranslation(node: ts.CallExpression): boolean {
  return /^(?:vscode\.)?l10n\.t$/u.test(node.expression.getText());
}

/** The keys, with their texts, that the first argument of `l10n.t` may have; `undefined` where it is not made of literals. */
function keysOf(message: ts.Expression): readonly (readonly [key: string, text: string])[] | undefined {
  if (ts.isParenthesizedExpression(message)) return keysOf(message.expression);
  if (ts.isConditionalExpression(message)) {
    const yes = keysOf(message.whenTrue);
    const no = keysOf(message.whenFalse);
    return yes && no && [...yes, ...no];
  }
  if (!ts.isObjectLiteralExpression(message)) {
    const text = literal(message);
    return text === undefined ? undefined : [[text, text]];
  }
  const text = literal(valueOf(message, 'message'));
  const comment = valueOf(message, 'comment');
  if (text === undefined) return undefined;
  if (!comment) return [[text, text]];
  // VS Code joins the lines of a comment with nothing between them.
  const lines = (ts.isArrayLiteralExpression(comment) ? [...comment.elements] : [comment]).map(literal);
  return lines.includes(undefined) ? undefined : [[`${text}/${lines.join('')}`, text]];
}

function valueOf(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  const property = object.properties.find((each) => each.name?.getText() === key);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** A literal's text, also of literals joined by `+`. */
function literal(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = literal(node.left);
    const right = literal(node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

/** Whether nobody but a developer reads the strings in `node`: types, imports, comparisons, the log, thrown bugs. */
function isUnseen(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isExternalModuleReference(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isInterfaceDeclaration(node)) return true;
  if (ts.isNewExpression(node)) return /^(?:(?:Type|Range)?Error|RegExp)$/u.test(node.expression.getText());
  if (ts.isCallExpression(node)) {
    return /\b(?:log|console|logger)\??\.\w+$|^(?:require|import)$/u.test(node.expression.getText());
  }
  return false;
}

/** The words of a literal, with `{}` for what is put in and without icons such as `$(book)`. */
function wordsOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  const text = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')
    : node.text;
  return text.replace(/\$\([\w~-]+\)/gu, '').trim();
}

/** A sentence or a title of several words, in contrast to ids, selectors, class names and addresses. */
function isProse(words: string): boolean {
  return (
    /^(?:\p{Lu}|\{\}|["“])[^<>=;{]*(?:\{\}[^<>=;{]*)*$/u.test(words) && /\p{L}{2,},? \p{L}{2,}/u.test(words)
  );
}

function isWord(words: string): boolean {
  return /\p{L}{2,}/u.test(words) && !/^[\w-]+\.[\w.-]+$|^\w+:|^[a-z]+(?:[A-Z-][a-z]*)*$/u.test(words);
}

const SHOWN_KEYS =
  /^(?:label|description|detail|tooltip|title|placeholder|placeHolder|prompt|message|documentation|text|textContent|ariaLabel|alt|accessibilityLabel|value|name|heading|caption)$/u;
const SHOWN_CALLS =
  /(?:\bshow(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress|appendMarkdown|MarkdownString|UserError|createTextNode|announce)$/u;

/** Whether the literal goes where a user sees it: a label, a message, an element's text. */
function isShown(node: ts.Node): boolean {
  let child = node;
  let parent = node.parent;
  while (
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isBinaryExpression(parent) && /^(?:\?\?|\|\||\+)$/u.test(parent.operatorToken.getText()))
  ) {
    if (ts.isConditionalExpression(parent) && parent.condition === child) return false;
    child = parent;
    parent = parent.parent;
  }
  if (ts.isPropertyAssignment(parent)) {
    return parent.initializer === child && SHOWN_KEYS.test(parent.name.getText());
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const target = parent.left;
    return (
      parent.right === child && ts.isPropertyAccessExpression(target) && SHOWN_KEYS.test(target.name.text)
    );
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return SHOWN_CALLS.test(parent.expression.getText());
  }
  return false;
}
