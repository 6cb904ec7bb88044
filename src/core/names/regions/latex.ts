import type { Cover, Lexer, LexState } from './cover';

/**
 * LaTeX, line by line. Skipped: commands, labels, references, citations, file names, definitions, maths, verbatim.
 * Read: text, also that in `\emph{}`, `\section{}`, `\footnote{}`, and comments. `~` and `\ ` are spaces, accents
 * (`\'e`, `\c{c}`) and formatting are not there, so that `Fran\c{c}ois~Mitterrand` is one name.
 *
 * States: '' in text; `env:NAME` inside maths or verbatim; `$`, `$$`, `\)` or `\]` inside maths; `arg` inside an
 * argument that goes on in the next line.
 */
export const latexLexer: Lexer = {
  read(line, at, state, cover) {
    return new LineReader(line, at, cover).read(state);
  },
};

/** BibTeX: the same, with keys and field names skipped. */
export const bibtexLexer: Lexer = {
  read(line, at, state, cover) {
    const key = /^\s*(?:@\w+\s*\{[^,]*,?|[\w-]+\s*=)/.exec(line)?.[0].length ?? 0;
    cover.skip(at, at + key);
    return new LineReader(line, at, cover).read(state, key);
  },
};

const COVERED =
  /^(?:equation|align|alignat|flalign|gather|multline|eqnarray|math|displaymath|verbatim|Verbatim|lstlisting|minted|tikzpicture|filecontents|comment|algorithmic|array|cases)\*?$/;
const SKIPPED =
  /^(?:label|\w*ref|\w*cite\w*|nocite|bibliography(?:style)?|bibitem|addbibresource|input|include|includegraphics|includepdf|usepackage|RequirePackage|documentclass|begin|end|url|path|hypertarget|hyperlink|(?:re|provide)?newcommand|renewcommand|providecommand|newenvironment|renewenvironment|DeclareMathOperator|newtheorem|setlength|addtolength|vspace|hspace|setcounter|addtocounter|pagestyle|thispagestyle|pagenumbering|color|definecolor|geometry|hypersetup|lstset|lstinline|mintinline|graphicspath|index|gls\w*|Gls\w*|acr\w*|ensuremath|SI|si|num|input|bibitem|tag|setmainfont|setmainlanguage|selectlanguage|newglossaryentry|newacronym)\*?$/;
const FIRST_SKIPPED =
  /^(?:href|textcolor|colorbox|foreignlanguage|hyperref|raisebox|parbox|resizebox|rule|texorpdfstring)$/;
/** Commands whose optional argument is text. */
const TITLED = /^(?:item|caption|part|chapter|(?:sub)*section|(?:sub)?paragraph)\*?$/;
const FORMATTING =
  /^(?:emph|text\w*|underline|uline|uuline|sout|mbox|hbox|enquote|textquote|MakeUppercase|MakeLowercase|uppercase|hl|em|bf|it|rm|sc|sf|sl|tt|itshape|bfseries|scshape|upshape|slshape|mdseries|rmfamily|sffamily|ttfamily|normalfont|tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|relax|protect|textup|nobreak|nolinebreak)$/;
const ARTICLE = /(?:^|[\s~(])(?:[Ll]es?|[Ll]a|[Tt]he)[\s~]$/;
const LETTERS: Readonly<Record<string, string>> = {
  i: 'i',
  j: 'j',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  ss: 'ß',
};
const HEADING = /^\s*\\(?:(?:sub)*section|chapter|part|(?:sub)?paragraph|title|author|caption)\*?[[{]/;
const ACCENT_LETTERS = 'cvuHrkbdt';

class LineReader {
  private from = 0;

  constructor(
    private readonly line: string,
    private readonly at: number,
    private readonly cover: Cover,
  ) {}

  read(state: LexState, from = 0): LexState {
    const { line } = this;
    this.from = from;
    if (state !== '' && !this.finishOpen(state)) return state;
    while (this.from < line.length) {
      const open = this.readNext();
      if (open !== '' && !this.finishOpen(open)) return open;
    }
    return '';
  }

  /** Skips to the end of what is open; false where it goes on in the next line. */
  private finishOpen(state: LexState): boolean {
    const { line, from } = this;
    const ending = state.startsWith('env:') ? `\\end{${state.slice(4)}}` : state === 'arg' ? '}' : state;
    const found = line.indexOf(ending, from);
    this.skipTo(found < 0 ? line.length : found + ending.length);
    return found >= 0;
  }

  private skipTo(end: number): void {
    this.cover.skip(this.at + this.from, this.at + end);
    this.from = end;
  }

  private ignoreTo(end: number): void {
    this.cover.ignore(this.at + this.from, this.at + end);
    this.from = end;
  }

  private readNext(): LexState {
    const { line, from } = this;
    switch (line.charAt(from)) {
      case '\\':
        return this.readCommand();
      case '{':
      case '}':
        // *{2}{c}{Estonia}*: arguments are not one word.
        if (line.startsWith('}{', from)) this.skipTo(from + 2);
        // A heading ends with its line.
        else if (line.charAt(from) === '}' && HEADING.test(line) && line.slice(from + 1).trim() === '') {
          this.skipTo(line.length);
        } else this.ignoreTo(from + 1);
        return '';
      case '~':
      case '%':
        this.cover.space(this.at + from, this.at + from + 1);
        break;
      case '$': {
        const mark = line.startsWith('$$', from) ? '$$' : '$';
        this.skipTo(from + mark.length);
        return mark;
      }
    }
    this.from++;
    return '';
  }

  private readCommand(): LexState {
    const { line, from } = this;
    const name = /^[a-zA-Z@]+\*?/.exec(line.slice(from + 1, from + 60))?.[0];
    if (name === undefined) return this.readSign(line.charAt(from + 1));
    const end = from + 1 + name.length;
    if (/^(?:[gex]?def|let)$/.test(name)) {
      const open = line.indexOf('{', end);
      const close = open < 0 ? -1 : closing(line, open);
      this.skipTo(close < 0 ? line.length : close + 1);
      return '';
    }
    if (/^verb\*?$/.test(name) || (name === 'lstinline' && !/[{[]/.test(line.charAt(end)))) {
      const close = line.indexOf(line.charAt(end), end + 1);
      this.skipTo(close < 0 ? line.length : close + 1);
      return '';
    }
    const letter = LETTERS[name];
    if (letter !== undefined) {
      this.cover.replace(this.at + from, this.at + end, letter.charCodeAt(0));
      this.from = end;
      if (line.charAt(end) === ' ') this.ignoreTo(end + 1);
      return '';
    }
    if (name.length === 1 && ACCENT_LETTERS.includes(name)) {
      this.ignoreTo(line.charAt(end) === ' ' ? end + 1 : end);
      return '';
    }
    if (FORMATTING.test(name) && !FIRST_SKIPPED.test(name)) {
      // *Le \textit{Journal}*: an article before a title in italics is no part of it.
      if (/^(?:emph|textit)$/.test(name) && ARTICLE.test(line.slice(Math.max(0, from - 6), from))) {
        this.skipTo(end);
        return '';
      }
      this.ignoreTo(end);
      if (/^ (?=\S)/.test(line.slice(end, end + 2))) this.ignoreTo(end + 1);
      return '';
    }
    return this.readArguments(name, end);
  }

  private readArguments(name: string, end: number): LexState {
    const { line } = this;
    const environment = name === 'begin' ? /^\{([^}]*)\}/.exec(line.slice(end, end + 60))?.[1] : undefined;
    // *\hyperref[sec:x]{text}*: the place stands in the brackets.
    const most = name === 'hyperref' && line.charAt(end) === '[' ? 0 : mostArguments(name, environment);
    let count = 0;
    // *\item[France]* is text, as is a short title.
    const isText = TITLED.test(name) && line.charAt(end) === '[';
    for (;;) {
      if (isText) break;
      const open = line.charAt(end);
      if (open !== '[' && (open !== '{' || count >= most)) break;
      const close = closing(line, end);
      if (close < 0) {
        this.skipTo(line.length);
        return open === '{' ? 'arg' : '';
      }
      if (open === '{') count++;
      end = close + 1;
    }
    this.skipTo(end);
    return environment !== undefined && COVERED.test(environment) ? `env:${environment}` : '';
  }

  private readSign(sign: string): LexState {
    const { from } = this;
    if (sign === '(' || sign === '[') {
      this.skipTo(from + 2);
      return sign === '(' ? '\\)' : '\\]';
    }
    if (/[ ,;:\\]/.test(sign)) {
      this.cover.space(this.at + from, this.at + from + 2);
      this.from = from + 2;
    } else if (/['`^"~=.!/-]/.test(sign)) this.ignoreTo(from + 2);
    else {
      this.ignoreTo(from + 1);
      this.from = from + 2;
    }
    return '';
  }
}

/** How many arguments in braces belong to a command and are no text. */
function mostArguments(name: string, environment: string | undefined): number {
  if (FIRST_SKIPPED.test(name)) return 1;
  if (!SKIPPED.test(name)) return 0;
  return environment === undefined || /tab|minipage|column|thebib/.test(environment) ? 9 : 1;
}

/** Where the bracket or brace at `from` closes, or -1. */
function closing(line: string, from: number): number {
  const open = line.charAt(from);
  const close = open === '[' ? ']' : '}';
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') at++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return at;
  }
  return -1;
}
