/** Namespaces of files and of categories in the languages of the largest wikis. */
const FILE =
  /^\s*:?\s*(?:file|image|media|fichier|datei|bild|archivo|imagen|immagine|ficheiro|imagem|bestand|afbeelding|plik|grafika|файл|изображение|fil|tiedosto|dosya|ملف|صورة|קובץ|תמונה|ファイル|画像|파일|그림|文件|檔案|图像|圖像|پرونده|tập tin|berkas)\s*:/iu;
const CATEGORY =
  /^\s*(?:category|catégorie|kategorie|categoría|categoria|categorie|kategoria|категория|kategori|luokka|kategori|تصنيف|קטגוריה|カテゴリ|분류|分类|分類|رده|thể loại)\s*:/iu;

/** Settings of a picture, which are not its caption. */
const OPTION =
  /^(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|baseline|sub|super|top|text-top|middle|bottom|text-bottom|upright(?:\s*[\d.]+)?|\d*x?\d+\s*(?:px|بك|پیکسل|פיקסלים|píxeles|пкс)|vignette|gauche|droite|centré|mini(?:atur)?|hochkant(?:\s*[\d.]+)?|links|rechts|zentriert|miniaturadeimagen|izquierda|derecha|تصغير|يسار|يمين|ממוזער|שמאל|ימין|サムネイル|섬네일|缩略图|(?:alt|link|class|lang|page|start|end|thumbtime|upright|thumb|thumbnail)\s*=.*)$/isu;

export function isFile(target: string): boolean {
  return FILE.test(target);
}

export function isCategory(target: string): boolean {
  return CATEGORY.test(target);
}

/** Divides at bars that stand outside of links. */
export function splitBars(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/\[\[|\]\]|\|/g)) {
    if (match[0] === '[[') depth++;
    else if (match[0] === ']]') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(start, match.index));
      start = match.index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The caption of a picture, given what stands behind its name. Empty where it has none. */
export function fileCaption(options: string): string {
  return (
    splitBars(options)
      .map((option) => option.trim())
      .filter((option) => option !== '' && !OPTION.test(option))
      .at(-1) ?? ''
  );
}
