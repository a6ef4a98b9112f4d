// Requests below /api/: language, CSRF token, versions, keys for safe repetition, and refusals as Problems.
import { Problem } from './problem.js';
import { upload } from './upload.js';
import { language, texts } from './words.js';

const t = await texts(import.meta.url);
const ATTEMPTS = 6;
const LONGEST_WAIT = 10;

/**
 * Filled in by the session: the token that shows that a page of ours asks, how to get the present one (says whether it is
 * another), and how to sign in again.
 */
export const credentials = { csrf: null, refresh: null, renew: null };

/**
 * @typedef {object} Options
 * @property {Record<string, unknown>} [query] empty values are left out, lists are repeated
 * @property {AbortSignal} [signal]
 * @property {string} [ifMatch] etag of the version that was read
 * @property {string|null} [key] Idempotency-Key; null sends none
 * @property {'zh-CN'|'en'} [language] of the answer; the reader's if absent
 * @property {string} [type] Content-Type of a body that is not JSON
 * @property {(part: number) => void} [progress] told how much of the body has gone, from 0 to 1
 * @property {string} [ifNoneMatch] etag; an answer that has not changed has status 304
 * @property {boolean} [anonymous] a 401 is the answer and no reason to sign in
 */
export const api = {
  get: async (path, options) => (await request('GET', path, undefined, options)).body,
  read: (path, options) => request('GET', path, undefined, options),
  post: (path, body, options) => request('POST', path, body, { key: crypto.randomUUID(), ...options }),
  put: (path, body, options) => request('PUT', path, body, options),
  patch: (path, body, options) => request('PATCH', path, body, options),
  del: (path, options) => request('DELETE', path, undefined, options),
};

async function request(method, path, body, options = {}) {
  const response = await persistently(method, () => send(method, path, body, options), options.signal);
  if (response.status === 401 && !options.anonymous && credentials.renew) {
    await credentials.renew();
    return request(method, path, body, { ...options, anonymous: true });
  }
  // Somebody signed in anew in another window.
  if (response.status === 403 && method !== 'GET' && !options.anonymous && (await credentials.refresh?.())) {
    return request(method, path, body, { ...options, anonymous: true });
  }
  if (!response.ok && response.status !== 304) throw told(await problem(response));
  return { body: await content(response), etag: response.headers.get('ETag'), status: response.status };
}

async function send(method, path, body, { query, signal, ifMatch, ifNoneMatch, key, type, progress, language: asked }) {
  const headers = new Headers({ Accept: 'application/json, */*;q=0.5', 'Accept-Language': asked ?? language() });
  if (method !== 'GET' && credentials.csrf) headers.set('X-CSRF-Token', credentials.csrf);
  if (ifMatch) headers.set('If-Match', ifMatch);
  if (ifNoneMatch) headers.set('If-None-Match', ifNoneMatch);
  if (key) headers.set('Idempotency-Key', key);
  const raw = body instanceof Blob || body instanceof FormData || type !== undefined;
  if (type) headers.set('Content-Type', type);
  else if (body !== undefined && !raw) headers.set('Content-Type', 'application/json');
  const sent = raw ? body : JSON.stringify(body);
  try {
    return await (progress ? upload(address(path, query), { method, headers, signal, body: sent }, progress)
      : fetch(address(path, query), { method, headers, signal, cache: 'no-store', body: sent }));
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, title: t('kit.api.offline'), detail: t('kit.api.offlineHelp') });
  }
}

/** Reading is tried again while a module is being updated. */
async function persistently(method, attempt, signal) {
  for (let left = ATTEMPTS; ; left--) {
    const response = await attempt();
    const after = response.headers.get('Retry-After');
    if (method !== 'GET' || response.status !== 503 || !after || left <= 1) return response;
    await pause(Math.min(Number(after) || 1, LONGEST_WAIT), signal);
  }
}

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** The address below /api/; also takes one that already has it, as drill-downs do. */
export function address(path, query = {}) {
  const url = new URL(path.replace(/^\/?(api\/)?/, '/api/'), location.origin);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') url.searchParams.append(name, one);
    }
  }
  return url.pathname + url.search;
}

async function content(response) {
  if (response.status === 204 || response.status === 304) return null;
  const type = response.headers.get('Content-Type') ?? '';
  if (/\bjson\b/.test(type)) return response.json();
  if (type.startsWith('text/')) return response.text();
  const blob = await response.blob();
  return blob.size ? blob : null;
}

/** Who shows that the district is read-only need not wait until it asks again. */
function told(refusal) {
  if (refusal.type === 'urn:gridloom:problem:read-only') dispatchEvent(new Event('gl-read-only'));
  return refusal;
}

async function problem(response) {
  const type = response.headers.get('Content-Type') ?? '';
  const details = /\bjson\b/.test(type) ? await response.json().catch(() => ({})) : {};
  const title = t('kit.api.refused', { status: response.status });
  return new Problem({ title, ...details, status: response.status });
}
