import { isChineseOrJapanese, isHangul } from '../text/words';
import { FormFlag, type Form } from './forms';
import type { RuleId, Why } from './mention';

/**
 * Says why a span of `text` counts as a form: what had to be done to the text to meet it. Worked out from the span and
 * its neighbours when someone asks, so that it costs the scan nothing.
 */
export function explain(text: string, start: number, end: number, form: Form): Why {
  const found = text.slice(start, end);
  const { flags } = form;
  const rules: RuleId[] = [(flags & FormFlag.label) !== 0 ? 'label' : 'alias'];
  const isAcronym = (flags & FormFlag.acronym) !== 0;
  if (isAcronym) rules.push('acronym');
  else if (found !== form.text) explainSpelling(found, form.text, rules);
  if ((flags & FormFlag.plural) !== 0) rules.push('plural');
  if ((flags & FormFlag.surname) !== 0) rules.push('surname');
  const behind = text.slice(end, end + 3);
  if (
    /^['’`´ʼ＇](?:s(?![\p{L}\p{N}])|(?!\p{L}))/iu.test(behind) &&
    (/^.s/i.test(behind) || /s$/i.test(found))
  ) {
    rules.push('possessive');
  }
  if (/\p{L}['’`´ʼ＇]$/u.test(text.slice(Math.max(0, start - 2), start))) rules.push('elision');
  if (isHangul(behind.charCodeAt(0))) rules.push('particle');
  const around = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  if (isChineseOrJapanese(found.charCodeAt(0)) && around.some((unit) => isChineseOrJapanese(unit))) {
    rules.push('cjk');
  }
  return { form: form.spelled, ...(form.language === undefined ? {} : { language: form.language }), rules };
}

function explainSpelling(found: string, form: string, rules: RuleId[]): void {
  const foundLetters = found.normalize('NFD').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  const formLetters = form.normalize('NFD').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  const foundPlain = foundLetters.replace(/\p{M}/gu, '');
  const formPlain = formLetters.replace(/\p{M}/gu, '');
  if (foundPlain !== formPlain && foundPlain.toLowerCase() === formPlain.toLowerCase()) rules.push('case');
  if (foundLetters.toLowerCase() !== formLetters.toLowerCase()) rules.push('diacritics');
  const foundSigns = found.replace(/[\p{L}\p{N}\p{M}\p{Cf}\s]/gu, '');
  const formSigns = form.replace(/[\p{L}\p{N}\p{M}\s]/gu, '');
  if (foundSigns !== formSigns) rules.push('punctuation');
  if (/\s{2}|[^\S ]/u.test(found)) rules.push('spacing');
}
