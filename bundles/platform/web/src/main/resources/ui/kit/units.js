// What choosers and pages ask of the territory.
import { api } from './api.js';
import { session } from './session.js';

const ROOT = '0';
let asked = null;

/** The levels of the code layout, from the top; null where no territory is installed or this account may not see it. */
export function levels() {
  asked ??= api.get('organization/levels').catch(error => {
    asked = null;
    if (error.status === 404 || error.status === 403) return null;
    throw error;
  });
  return asked;
}

/**
 * Codes from the root down to the unit: on any one date a code begins with that of each unit above, unless the root adds
 * no digits and so stands above codes without a common beginning.
 */
export async function way(code) {
  return ((await levels()) ?? []).filter(level => level.codeLength <= code.length)
    .map(level => (level.digits ? code.slice(0, level.codeLength) : ROOT));
}

/** Where things belong, in names: what is not known yet is learnt for many at once. */
export class Places {
  #names = new Map();
  #top = 0;

  /** Where names cannot be had, codes stay. */
  async learn(codes, asOf, signal) {
    try {
      const ways = await Promise.all(codes.filter(Boolean).map(way));
      this.#top = (await levels())?.[0]?.codeLength;
      const unknown = [...new Set(ways.flat())].filter(code => !this.#names.has(code));
      if (!unknown.length) return;
      const names = await api.get('organization/names', { query: { unit: unknown.join(','), asOf }, signal });
      for (const { asked: code, ...name } of names) this.#names.set(code, name);
    } catch (error) {
      if (signal?.aborted) throw error;
    }
  }

  /** Names from below the root, which everybody knows, down to the unit. */
  names(code) {
    if (!code) return [];
    const present = this.#names.get(code)?.code;
    if (!present) return [code];
    return [...this.#names].filter(([above]) => above.length > this.#top && present.startsWith(above))
      .sort(([a], [b]) => a.length - b.length).map(([, { name }]) => name);
  }

  forget() {
    this.#names.clear();
  }
}

/** The topmost units that this account has been granted anything in. */
export async function tops(asOf, signal) {
  const granted = [...new Set(session.grants.map(grant => grant.unit))];
  if (!granted.length || granted.includes(null)) {
    const [first] = await levels();
    return (await api.get('organization/units', { query: { level: first.code, asOf }, signal })).items;
  }
  const found = await Promise.all(granted.map(code => find(code, asOf, signal)));
  const units = found.filter(Boolean);
  const ways = new Map(await Promise.all(units.map(async unit => [unit, await way(unit.code)])));
  const isBelow = unit => units.some(other => other.code !== unit.code && ways.get(unit).includes(other.code));
  return units.filter(unit => !isBelow(unit)).sort((a, b) => a.code.localeCompare(b.code));
}

/** A granted unit may have ended, or be one that this account may not see. */
async function find(code, asOf, signal) {
  try {
    return await api.get(`organization/units/${code}`, { query: { asOf }, signal });
  } catch (error) {
    if ([403, 404, 410].includes(error.status)) return null;
    throw error;
  }
}
