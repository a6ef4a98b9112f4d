// The words of a bundle in the language of the reader.

const KEY = 'gl-language';
const BUNDLE = /^.*?\/ui\/[^/]+\/[^/]+\//;
const loading = new Map();

/** Those that the district's pages can be read in, the first for who prefers none: `zh-CN`, `en` or both. */
export function languages() {
  return document.querySelector('meta[name=gl-languages]')?.content.split(' ') ?? ['zh-CN', 'en'];
}

/** `zh-CN` or `en`: what was chosen, else what the browser prefers, as far as the district offers it. */
export function language() {
  const offered = languages();
  const chosen = localStorage.getItem(KEY) ?? navigator.languages.find(it => /^(zh|en)\b/i.test(it)) ?? offered[0];
  const wanted = chosen.startsWith('en') ? 'en' : 'zh-CN';
  return offered.includes(wanted) ? wanted : offered[0];
}

/** Labels come from the server as well, so everything is loaded anew, where the reader was. */
export function setLanguage(code) {
  localStorage.setItem(KEY, code);
  location.reload();
}

/**
 * The words of the bundle that a module belongs to.
 *
 * @param {string} url of the module: `import.meta.url`
 * @returns {Promise<(key: string, values?: Record<string, unknown>) => string>}
 */
export async function texts(url) {
  const file = `${BUNDLE.exec(url)?.[0] ?? new URL('./', url)}i18n/${language()}.json`;
  if (!loading.has(file)) {
    loading.set(file, load(file));
    loading.get(file).catch(() => loading.delete(file));
  }
  const words = await loading.get(file);
  return (key, values) => fill(words[key] ?? key, values);
}

async function load(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response.json();
}

function fill(text, values) {
  return values ? text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole) : text;
}
