/**
 * The rules a reader can switch off. Off, a rule that widens what counts (`folding` … `cjk`, `surname`) finds nothing
 * of its kind; a rule that narrows it (`longest`, `context`, `regions`) lets everything pass.
 */
export const RULE_SWITCHES = [
  'case',
  'diacritics',
  'acronym',
  'plural',
  'possessive',
  'elision',
  'particle',
  'cjk',
  'surname',
  'longest',
  'context',
  'regions',
] as const;
export type RuleSwitch = (typeof RULE_SWITCHES)[number];
export type RuleSwitches = Partial<Record<RuleSwitch, boolean>>;
