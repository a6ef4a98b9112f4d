// A page for tests of elements: a document, the words in English, and whatever a test answers to requests.
import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { JSDOM } from 'jsdom';

const WORDS = readFileSync(new URL('../../../main/resources/ui/i18n/en.json', import.meta.url), 'utf8');
const TURNS = 5000;
const { window } = new JSDOM('<!doctype html><html lang="en"><body><main></main></body></html>', {
  url: 'http://localhost/', pretendToBeVisual: true,
});
/** Of the document, although Node has its own. */
const OWN = ['Event', 'CustomEvent', 'EventTarget', 'navigator', 'localStorage', 'FormData'];

for (const name of Object.getOwnPropertyNames(window)) {
  if (OWN.includes(name) || !(name in globalThis)) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
  }
}
globalThis.crypto ??= webcrypto;
globalThis.window = window;
for (const name of ['addEventListener', 'removeEventListener']) globalThis[name] = window[name].bind(window);
globalThis.matchMedia = () => ({ matches: true, addEventListener() {}, removeEventListener() {} });
globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
// There is no screen: everything has the same extent, and what is drawn goes nowhere.
for (const [name, value] of [['clientWidth', 400], ['clientHeight', 300], ['offsetWidth', 400]]) {
  Object.defineProperty(window.HTMLElement.prototype, name, { get: () => value });
}
window.SVGSVGElement.prototype.createSVGRect = () => {};
const nowhere = new Proxy({ measureText: () => ({ width: 8 }) }, { get: (kept, name) => kept[name] ?? (() => {}) });
window.HTMLCanvasElement.prototype.getContext = () => nowhere;
window.Element.prototype.scrollIntoView = () => {};
window.HTMLDialogElement.prototype.showModal = function () { this.open = true; };
window.HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
localStorage.setItem('gl-language', 'en');

/** Answers requests below /api/: `(path with parameters, options) => Response`, or a promise of one. */
export const server = { answer: path => { throw new Error(`nobody expects ${path}`); } };

globalThis.fetch = async (address, options) => (String(address).endsWith('/i18n/en.json')
  ? new Response(WORDS) : server.answer(String(address), options));

export const json = (body, status = 200) => new Response(JSON.stringify(body), {
  status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
});

/** An element with its properties set, in the page; the one before has gone. */
export async function show(tag, properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  document.querySelector('main').replaceChildren(element);
  await element.updateComplete;
  return element;
}

/** Lets all that is under way come to its end, but timers. */
export async function turn() {
  for (let left = 5; left > 0; left--) await new Promise(resolve => { setImmediate(resolve); });
}

/** What the condition gives, as soon as it gives something. */
export async function until(condition) {
  for (let left = TURNS; left > 0; left--) {
    const found = condition();
    if (found) return found;
    await new Promise(resolve => { setImmediate(resolve); });
  }
  throw new Error(`never came true: ${condition}\n${document.querySelector('main').textContent.replace(/\s+/g, ' ')}`);
}

export const text = element => element?.textContent.replace(/\s+/g, ' ').trim();

export const all = (element, css) => [...element.querySelectorAll(css)];

export function type(input, value) {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export function press(element, key) {
  element.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** A promise and how to settle it. */
export function later() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
