import { foldTable } from '../../text/fold';
import { isChineseOrJapanese } from '../../text/words';

/**
 * Chinese and Japanese have no spaces, so any run of signs may happen to hold a name's: 中国 in 发展中国家. The words
 * of `Intl.Segmenter` (ICU's dictionary) decide: a name must begin and end where words do. Derived words (法国人, 驻法国)
 * count as the name with something before or behind it.
 */

/** Signs that make a word of a name and are not a part of it: people, language, style, made in … */
const SUFFIXES = '人式籍系裔产産製制側方军軍国际版队隊';
const PREFIXES = '驻駐在反亲親对対對访訪赴来往对原前旧新';

/** Behind the name of a country: its language. 文 begins other words as well. */
const LANGUAGE = /^(?:[语語话話](?![剧劇题題])|文(?![化学學明艺藝件物章坛壇人献獻]))/;

/** Behind a name: a longer name of which it is the first part. */
const LONGER =
  /^(?:半[岛島]|冷[麺麵面]|[战戰]争|[战戰]爭|戦争|日[报報]|新[闻聞]|族|梧桐|[轮輪][盘盤]|方[块塊]|套娃|比[伦倫]|航空|(?:[电電][力信视視]|石油)公司|[薊蓟](?![州县縣])|(?:[国國][会會家立]|[議议][会會])(?:[图圖][书書][馆館]|[博美][物術术][馆館]|[剧劇]院|[档檔]案[馆館]|大[学學])|[\u4e00-\u9fff]{0,2}公[开開][赛賽]|[导導][弹彈]危[机機]|危機|[队隊][长長]|[运運]通|[转轉][盘盤]|之音|[银銀]行|中央通[讯訊]社|中央社|中央(?:[电電][视視][台臺]|[广廣]播|[银銀]行)|王朝|[劳勞][动動][党黨]|[独獨]立[战戰]|南北[战戰]|科学院|科學院|大[学學]|大?革命)/;

/** 中法国交: the sign of one state, and a word that begins with 国; 李氏朝鲜, 朝鲜王朝: a dynasty. */
function isAcross(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  if (before === '氏') return true;
  return (
    '国國'.includes(text.charAt(end - 1)) &&
    before !== '' &&
    behind !== '' &&
    '中美日韩韓朝俄英德苏'.includes(before) &&
    '交家际際'.includes(behind)
  );
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(text: string): Intl.Segmenter {
  const locale = /[\u3040-\u30ff]/.test(text) ? 'ja' : 'zh';
  let segmenter = segmenters.get(locale);
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })));
  return segmenter;
}

/** Signs looked at on both sides of a name. */
const REACH = 12;

/** Whether the name between two offsets of `text` begins and ends where words of Chinese or Japanese do. */
export function isChineseWord(text: string, start: number, end: number): boolean {
  const table = foldTable();
  const isSign = (at: number) =>
    at >= 0 && at < text.length && isChineseOrJapanese(table[text.charCodeAt(at)]!);
  let from = start;
  let to = end;
  while (start - from < REACH && isSign(from - 1)) from--;
  while (to - end < REACH && isSign(to)) to++;
  if (from === start && to === end) return true;
  const behind = text.slice(end, Math.min(to, end + 8));
  if (LANGUAGE.test(behind) || LONGER.test(behind)) return false;
  if (isAcross(text, start, end)) return false;
  // 内蒙古巴彦: the dictionary may cut inside the names of places it does not know.
  if (text.startsWith('古巴', start) && '蒙上'.includes(text.charAt(start - 1) || ' ')) return false;
  const run = text.slice(from, to);
  let begins = from === start;
  let ends = to === end;
  for (const { index } of segmenterFor(run).segment(run)) {
    if (from + index === start) begins = true;
    if (from + index === end) ends = true;
  }
  if (!begins) begins = PREFIXES.includes(text.charAt(start - 1)) && end - start > 1;
  if (!ends) ends = SUFFIXES.includes(text.charAt(end)) && end - start > 1;
  return begins && ends;
}
