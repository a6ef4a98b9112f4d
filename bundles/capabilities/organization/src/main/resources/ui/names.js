/** Names for the codes that records hold. */
import { api } from '@gridloom/ui';

/** As many codes as an address has room for. */
const AT_ONCE = 200;

/**
 * @typedef {'unit'|'party'|'outside'|'body'} Family
 * @typedef {{code: string, name: string}} Named code as it is on the date; as name the code where none is known
 */

/**
 * Puts `names` beside the items' codes: for each field a {@link Named}, or a list of them where it holds several codes.
 *
 * @param {object[]} items
 * @param {Record<string, Family | ((item: object) => Family)>} fields
 * @param {{asOf?: string, signal?: AbortSignal}} [options]
 */
export async function withNames(items, fields, options = {}) {
  const held = items.flatMap(item => Object.entries(fields).flatMap(([field, family]) =>
    [item[field] ?? []].flat().map(code => [familyOf(family, item), code])));
  const known = await namesOf(held, options);
  return items.map(item => ({ ...item, names: namesIn(item, fields, known) }));
}

function namesIn(item, fields, known) {
  const names = {};
  for (const [field, family] of Object.entries(fields)) {
    const name = code => known.get(`${familyOf(family, item)}/${code}`) ?? { code, name: code };
    if (item[field]) names[field] = Array.isArray(item[field]) ? item[field].map(name) : name(item[field]);
  }
  return names;
}

const familyOf = (family, item) => (typeof family === 'function' ? family(item) : family);

/** @param {[Family, string][]} held */
async function namesOf(held, { asOf, signal }) {
  const known = new Map();
  const wanted = [...new Map(held.map(pair => [pair.join('/'), pair])).values()];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const query = { asOf };
    for (const [family, code] of wanted.slice(from, from + AT_ONCE)) {
      query[family] = query[family] ? `${query[family]},${code}` : code;
    }
    const found = await api.get('organization/names', { query, signal });
    found.forEach(it => known.set(`${it.family}/${it.asked}`, { code: it.code, name: it.name }));
  }
  return known;
}
