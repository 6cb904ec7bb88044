import { raised } from './wikitext/measures';

/** What commands of TeX look like; letters and signs of short formulas in articles. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|zeta ζ|eta η|theta θ|vartheta θ|iota ι|kappa κ|lambda λ|mu μ|nu ν|xi ξ|pi π|rho ρ|' +
    'sigma σ|tau τ|upsilon υ|phi φ|varphi φ|chi χ|psi ψ|omega ω|Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Phi Φ|Psi Ψ|Omega Ω|' +
    'times ×|cdot ·|div ÷|pm ±|mp ∓|approx ≈|sim ∼|simeq ≃|cong ≅|equiv ≡|neq ≠|ne ≠|leq ≤|le ≤|geq ≥|ge ≥|ll ≪|gg ≫|propto ∝|infty ∞|' +
    'partial ∂|nabla ∇|to →|rightarrow →|leftarrow ←|Rightarrow ⇒|leftrightarrow ↔|in ∈|notin ∉|subset ⊂|subseteq ⊆|' +
    'cup ∪|cap ∩|emptyset ∅|forall ∀|exists ∃|neg ¬|land ∧|lor ∨|hbar ħ|ell ℓ|circ °|degree °|prime ′|ldots …|cdots …|dots …|langle ⟨|rangle ⟩|' +
    'quad  |qquad  '
  )
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
);
/** Commands that set how their argument looks. */
const WRAPPER =
  /\\(?:ce|mathrm|mathbf|mathit|mathsf|mathcal|mathbb|boldsymbol|operatorname|text|textbf|textit|textrm|mbox|rm|vec|hat|bar|overline|displaystyle|textstyle|left|right|big|Big|bigg|Bigg|limits|!)\*?(?![A-Za-z])/g;
/** Functions, which a space divides from their argument. */
const FUNCTIONS = /\\(sin|cos|tan|cot|log|ln|exp|max|min|deg|det|dim) ?(?![A-Za-z])/g;
const GROUP = '\\{([^{}]{0,300})\\}';
const FRACTION = new RegExp(`\\\\[dt]?frac\\s{0,5}${GROUP}\\s{0,5}${GROUP}`, 'g');
const ROOT = new RegExp(`\\\\sqrt\\s{0,5}${GROUP}`, 'g');
const POWER = /\^(?:\{([^{}]{1,100})\}|([^\s({\\]))/gu;
const INDEX = /_(?:\{([^{}]{1,100})\}|([^\s({\\]))/gu;
/** Longer ones are no part of a sentence. */
const LONGEST = 500;

function grouped(text: string): string {
  const plain = text.trim();
  return /^(?:\p{L}{1,2}|[\p{N}.]+)$/u.test(plain) ? plain : `(${plain})`;
}

/**
 * A short formula of TeX as plain text, `E = mc²` and `½ → 1/2`; `undefined` where it holds what plain text cannot show
 * (matrices, cases), so that it is kept as it is written.
 */
export function texToText(source: string): string | undefined {
  if (
    source.length > LONGEST ||
    /\\(?:begin|over|sum|prod|int|oint|lim|stackrel|underbrace|xrightarrow|substack)\b/.test(source)
  ) {
    return undefined;
  }
  let text = source
    .replace(WRAPPER, '')
    .replace(/\\[,;:> ]|~|\\(?=\n)/g, ' ')
    .replace(/\\([%$&#])/g, '$1')
    .replace(FUNCTIONS, (_, name: string) => `${name} `)
    .replace(/\\([A-Za-z]+)/g, (all, name: string) =>
      Object.hasOwn(SIGNS, name) ? `${SIGNS[name]!}\ue006` : all,
    )
    // The space behind a command only ends it; signs between two sides have space on both or none.
    .replace(/\ue006 (?=[^=<>+-])/g, '')
    .replaceAll('\ue006', '')
    .replace(/ ?([×≈≤≥→←⇒↔±∓∼≃≅≡≠≪≫∝∈∉⊂⊆∪∩]) ?/g, (all, sign: string) =>
      all.length > 1 || source.includes(' = ') ? ` ${sign} ` : sign,
    );
  // The innermost group first; each turn takes at least one pair of braces away.
  for (let turn = 0; turn < 20; turn++) {
    const before = text;
    text = text
      .replace(POWER, (_, group?: string, sign?: string) => {
        const power = group ?? sign ?? '';
        return power === '°' ? '°' : (raised(power) ?? `\ue007${grouped(power)}`);
      })
      .replace(INDEX, (_, group?: string, sign?: string) => group ?? sign ?? '')
      .replace(ROOT, (_, inside: string) => `√${grouped(inside)}`)
      .replace(FRACTION, (_, over: string, under: string) => `${grouped(over)}/${grouped(under)}`)
      .replace(/(?<![A-Za-z}^_])\{([^{}]{0,300})\}/g, '$1');
    if (text === before) break;
  }
  if (/[\\{}^_]/.test(text)) return undefined;
  return text.replaceAll('\ue007', '^').replace(/\s+/g, ' ').trim();
}
