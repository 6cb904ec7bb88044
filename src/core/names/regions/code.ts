import type { Cover, Lexer, LexState } from './cover';

/** The signs of a family of programming languages. */
interface Family {
  readonly line: readonly string[];
  readonly block: readonly (readonly [string, string])[];
  /** Opening and closing of strings; the third says that one may go on over lines. */
  readonly strings: readonly (readonly [string, string, boolean])[];
  /** What stands before the first of these in a line is a key (YAML, TOML, INI). */
  readonly keys?: RegExp;
  /** Text outside comments and strings is read as well (values of YAML). */
  readonly isData?: boolean;
  /** Opens a here-document, which ends at a line of its word (the first group that matched). */
  readonly here?: RegExp;
}

const DOUBLE = ['"', '"', false] as const;
const SINGLE = ["'", "'", false] as const;
const C_BLOCK = ['/*', '*/'] as const;

const C: Family = { line: ['//'], block: [C_BLOCK], strings: [DOUBLE] };
const SCRIPT: Family = { line: ['//'], block: [C_BLOCK], strings: [['`', '`', true], DOUBLE, SINGLE] };
const PYTHON: Family = {
  line: ['#'],
  block: [],
  strings: [['"""', '"""', true], ["'''", "'''", true], DOUBLE, SINGLE],
};
const HASH: Family = { line: ['#'], block: [], strings: [DOUBLE, SINGLE] };
/** `<<EOF`, `<<-'EOF'`, `<<~EOS`; not the shift of a figure, nor `<<<`. */
const HERE = /(?<![<\w])<<[-~]?\s*(?:"(\w+)"|'(\w+)'|\\?([A-Za-z_]\w*))/;
const DASH: Family = { line: ['--'], block: [C_BLOCK], strings: [SINGLE, DOUBLE] };
const LISP: Family = { line: [';'], block: [['#|', '|#']], strings: [['"', '"', true]] };

const FAMILIES: Readonly<Record<string, Family>> = {
  ruby: { ...HASH, here: HERE, block: [['=begin', '=end']] },
  powershell: { ...HASH, block: [['<#', '#>']] },
  julia: { ...PYTHON, block: [['#=', '=#']] },
  php: { ...SCRIPT, line: ['//', '#'], here: /<<<\s*(?:"(\w+)"|'(\w+)'|([A-Za-z_]\w*))/ },
  lua: { line: ['--'], block: [['--[[', ']]']], strings: [['[[', ']]', true], DOUBLE, SINGLE] },
  haskell: { line: ['--'], block: [['{-', '-}']], strings: [DOUBLE] },
  elm: { line: ['--'], block: [['{-', '-}']], strings: [DOUBLE] },
  fsharp: { line: ['//'], block: [['(*', '*)']], strings: [['"""', '"""', true], DOUBLE] },
  ocaml: { line: [], block: [['(*', '*)']], strings: [['"', '"', true]] },
  pascal: { line: ['//'], block: [['{', '}'], ['(*', '*)']], strings: [SINGLE] },
  vb: { line: ["'"], block: [], strings: [DOUBLE] },
  matlab: { line: ['%'], block: [['%{', '%}']], strings: [DOUBLE, SINGLE] },
  erlang: { line: ['%'], block: [], strings: [DOUBLE] },
  bat: { line: ['::', 'REM ', 'rem '], block: [], strings: [DOUBLE] },
  css: { line: [], block: [C_BLOCK], strings: [DOUBLE, SINGLE] },
  yaml: { line: ['#'], block: [], strings: [], keys: /^\s*(?:- )*["']?[^\s"'#:][^"'#:]*["']?:(?=\s|$)/, isData: true },
  toml: { line: ['#'], block: [], strings: [['"""', '"""', true], DOUBLE, SINGLE], keys: /^\s*[\w."'-]+\s*=/ },
  ini: { line: ['#', ';'], block: [], strings: [], keys: /^\s*[^=[\]\s][^=]*=|^\s*\[.*\]/, isData: true },
  json: { line: ['//'], block: [C_BLOCK], strings: [DOUBLE], keys: /"(?:[^"\\]|\\.)*"\s*:/g },
}; // prettier-ignore

const GROUPS: readonly (readonly [Family, string])[] = [
  [
    C,
    'c cpp cuda-cpp csharp java objective-c objective-cpp rust swift kotlin scala dart zig d solidity verilog shaderlab hlsl glsl proto proto3 jsonnet',
  ],
  [SCRIPT, 'javascript javascriptreact typescript typescriptreact go groovy coffeescript'],
  [PYTHON, 'python cython starlark'],
  [{ ...HASH, here: HERE }, 'shellscript perl dockerfile terraform'],
  [HASH, 'perl6 raku r makefile elixir nix tcl fish awk cmake gdscript graphql'],
  [DASH, 'ada vhdl'],
  // Double quotes enclose identifiers, and a text in single ones may go on over lines (ISO 9075).
  [{ ...DASH, strings: [["'", "'", true]] }, 'sql plsql pgsql mysql'],
  [LISP, 'lisp commonlisp clojure scheme racket emacs-lisp'],
  [FAMILIES['css']!, 'css'],
  [{ ...FAMILIES['css']!, line: ['//'] }, 'scss less sass stylus'],
  [FAMILIES['yaml']!, 'yaml dockercompose'],
  [FAMILIES['ini']!, 'ini properties dotenv editorconfig'],
  [FAMILIES['json']!, 'json jsonc jsonl json5'],
];

/**
 * Program code: identifiers and the rest of the program are skipped, comments and strings are read. A light reader of
 * lines that knows a family's comment and string signs and its here-documents, and nothing more. States: '' in code,
 * `block:N` inside the family's block comment N, `string:N` inside its string N, `here:WORD` in a here-document that
 * ends at the line WORD.
 */
class CodeLexer implements Lexer {
  readonly isCode = true;

  constructor(private readonly family: Family) {}

  read(line: string, at: number, state: LexState, cover: Cover): LexState {
    const { family } = this;
    let from = 0;
    if (family.keys) from = this.skipKeys(line, at, cover);
    if (state.startsWith('here:')) return readHere(line, at, state, cover);
    if (state !== '') {
      const isBlock = state.startsWith('block:');
      const number = Number(state.slice(state.indexOf(':') + 1));
      const ending = isBlock ? family.block[number]![1] : family.strings[number]![1];
      if (isBlock) coverTags(line, 0, line.length, at, cover);
      if (isBlock) cover.space(at, at + (/^\s*\*(?!\/)/.exec(line)?.[0].length ?? 0));
      const end = isBlock ? line.indexOf(ending) : endOfString(line, 0, ending);
      if (!isBlock) coverEscapes(line, 0, end < 0 ? line.length : end, at, cover);
      if (end < 0) return state;
      cover.skip(at + end, at + end + ending.length);
      from = end + ending.length;
    }
    const next = this.readCode(line, from, at, cover);
    return next === '' && family.here ? hereIn(family.here, line) : next;
  }

  private skipKeys(line: string, at: number, cover: Cover): number {
    const { keys } = this.family;
    if (!keys) return 0;
    if (keys.global) {
      for (const key of line.matchAll(keys)) cover.skip(at + key.index, at + key.index + key[0].length);
      return 0;
    }
    const key = keys.exec(line)?.[0].length ?? 0;
    cover.skip(at, at + key);
    return key;
  }

  private readCode(line: string, from: number, at: number, cover: Cover): LexState {
    const { family } = this;
    let code = from;
    const skipCode = (to: number) => {
      if (!family.isData) cover.skip(at + code, at + to);
    };
    while (from < line.length) {
      const comment = family.block.findIndex(([open]) => line.startsWith(open, from));
      if (comment >= 0) {
        const [open, close] = family.block[comment]!;
        skipCode(from);
        const isIndented = line.slice(0, from).trim() === '';
        if (isIndented) cover.space(at, at + from + open.length);
        else cover.skip(at + from, at + from + open.length);
        const end = line.indexOf(close, from + open.length);
        coverTags(line, from, end < 0 ? line.length : end, at, cover);
        if (end < 0) return `block:${comment}`;
        cover.skip(at + end, at + end + close.length);
        from = code = end + close.length;
        continue;
      }
      const mark = family.line.find((each) => line.startsWith(each, from));
      if (
        mark !== undefined &&
        (mark.length > 1 || !family.isData || from === 0 || /\s/.test(line.charAt(from - 1)))
      ) {
        let end = from + mark.length;
        while (/[/#;!%-]/.test(line.charAt(end))) end++;
        coverTags(line, end, line.length, at, cover);
        // A comment alone in its line goes on from the line before: what stands before its text is white space.
        if (line.slice(0, from).trim() === '') cover.space(at, at + end);
        else {
          skipCode(from);
          cover.skip(at + from, at + end);
        }
        return '';
      }
      const string = family.strings.findIndex(([open]) => line.startsWith(open, from));
      if (string < 0) {
        from++;
        continue;
      }
      const [open, close, isLong] = family.strings[string]!;
      const start = from + open.length;
      skipCode(start);
      cover.skip(at + from, at + start);
      const end = endOfString(line, start, close);
      // `"US": "United States"`: the key is a code.
      const isCodeKey =
        end > 0 &&
        /^:\s*["'[{\d]/.test(line.slice(end + close.length)) &&
        /^[A-Z]{2,3}$/.test(line.slice(start, end));
      if (isCodeKey || STRUCT_TAG.test(line.slice(start, end < 0 ? start : end))) {
        cover.skip(at + start, at + end);
      }
      coverEscapes(line, start, end < 0 ? line.length : end, at, cover);
      if (end < 0) return isLong ? `string:${string}` : '';
      cover.skip(at + end, at + end + close.length);
      from = code = end + close.length;
    }
    skipCode(line.length);
    return '';
  }
}

/** Go's tags of a field hold keys: `json:"name" yaml:"name"`. */
const STRUCT_TAG = /^\s*(?:\w+:"[^"]*"\s*)+$/;

/** The state behind a line of code that may open a here-document. */
function hereIn(here: RegExp, line: string): LexState {
  if (!line.includes('<<')) return '';
  const opened = here.exec(line);
  // In a comment it opens nothing.
  if (!opened || /(?:^|\s)(?:#|\/\/)/.test(line.slice(0, opened.index))) return '';
  return `here:${opened[1] ?? opened[2] ?? opened[3]}`;
}

/** A line of a here-document is text, or its end. */
function readHere(line: string, at: number, state: LexState, cover: Cover): LexState {
  if (line.trim().replace(/[;,)]+$/, '') === state.slice('here:'.length)) {
    cover.skip(at, at + line.length);
    return '';
  }
  coverEscapes(line, 0, line.length, at, cover);
  return state;
}

function endOfString(line: string, from: number, close: string): number {
  for (let at = from; at < line.length; at++) {
    if (line.charAt(at) === '\\') at++;
    else if (line.startsWith(close, at)) return at;
  }
  return -1;
}

/** What documentation tags name is an identifier or a type: `@param {Cuba} lang`, `:param lang:`. */
function coverTags(line: string, from: number, to: number, at: number, cover: Cover): void {
  if (!/[@:\\]/.test(line)) return;
  const tags =
    /\{@\w+[^}]*\}|[@\\](?:param|arg|argument|property|prop|typedef|template|throws|exception|see|link|type|returns?)\b(?:\[\w+\])?(?:\s*\{[^}]*\})?|:(?:param|type|raises|ivar)\b[^:]*:/g;
  for (const tag of line.slice(from, to).matchAll(tags)) {
    const end = from + tag.index + tag[0].length;
    const name = /^[@\\](?:param|arg|argument|property|prop|typedef|template|throws|exception|see|link)/.test(
      tag[0],
    )
      ? (/^\s+\[?[\w$.]+(?:=[^\]\s]*)?\]?/.exec(line.slice(end, to))?.[0].length ?? 0)
      : 0;
    cover.skip(at + from + tag.index, at + end + name);
  }
}

/** Escapes and interpolations inside a string are not text. */
function coverEscapes(line: string, from: number, to: number, at: number, cover: Cover): void {
  if (!/[\\{]/.test(line)) return;
  for (const found of line
    .slice(from, to)
    .matchAll(/\\u\{?[\da-f]{1,6}\}?|\\x[\da-f]{2}|\\.|[$#]\{[^}]*\}/gi)) {
    cover.skip(at + from + found.index, at + from + found.index + found[0].length);
  }
}

const lexers = new Map<string, Lexer>();
for (const [family, ids] of GROUPS) {
  const lexer = new CodeLexer(family);
  for (const id of ids.split(' ')) lexers.set(id, lexer);
}
for (const [id, family] of Object.entries(FAMILIES)) {
  if (!lexers.has(id)) lexers.set(id, new CodeLexer(family));
}

/** The lexer of a programming or data language by VS Code's id, where the table knows it. */
export function codeLexerOf(languageId: string): Lexer | undefined {
  return lexers.get(languageId);
}
