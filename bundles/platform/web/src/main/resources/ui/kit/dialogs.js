import { openDialog } from './dialog.js';
import { html } from './lit.js';
import './edit.js';
import './previewed.js';

/**
 * Asks for what a form holds and sends it.
 *
 * @param {object} dialog
 * @param {string} dialog.heading
 * @param {object[]} dialog.fields of `gl-form`
 * @param {object} [dialog.value] what the form begins with
 * @param {unknown} [dialog.intro] above the form
 * @param {(value: object, options: {key: string}) => Promise<unknown>} dialog.submit
 * @param {string} dialog.label of the button
 * @returns {Promise<unknown>} the answer, or undefined where the form was left
 */
export function ask({ heading, fields, value = {}, intro = '', submit, label, size }) {
  return openDialog({
    heading,
    size,
    body: close => html`${intro}
      <gl-form .fields=${fields} .value=${value} .submit=${submit} submit-label=${label}
        .cancel=${() => close()} @gl-done=${event => close(event.detail)}></gl-form>`,
  }).closed;
}

/**
 * Asks as {@link ask} does, and shows what would follow before it is done; see `gl-previewed`.
 *
 * @param {object} dialog
 * @param {string} dialog.heading
 * @param {(value: object) => object[]} dialog.fields
 * @param {(value: object, options: {dryRun: boolean, key: string | null}) => Promise<unknown>} dialog.send
 * @param {(answer: unknown, value: object) => {date: string, body: unknown}} dialog.show
 * @param {() => Promise<void>} [dialog.refresh]
 * @param {string} dialog.label of what is done
 */
export function preview({ heading, fields, value, intro, send, show, refresh, label, danger, size }) {
  return openDialog({
    heading,
    size,
    body: close => html`<gl-previewed .fields=${fields} .value=${value} .intro=${intro} .send=${send} .show=${show}
      .refresh=${refresh} .label=${label} .danger=${danger} .cancel=${() => close()}
      @gl-done=${event => close(event.detail)}></gl-previewed>`,
  }).closed;
}

/**
 * Changes a record that others may change at the same time; see `gl-edit`.
 *
 * @param {object} dialog
 * @param {string} dialog.heading
 * @param {() => Promise<{body: object, etag: string}>} dialog.read reads the record
 * @param {(record: object) => object[]} dialog.fields of `gl-form`
 * @param {(record: object) => object} dialog.value what the form begins with
 * @param {(value: object, options: {etag: string, key: string, dryRun?: boolean, changed: (name: string) => boolean}) => Promise<unknown>} dialog.write
 * @param {(answer: unknown, value: object, record: object) => {date: string, body: unknown}} [dialog.show] what would
 *     follow, where that is to be seen first
 * @param {string} dialog.label of the button
 */
export async function edit({ heading, read, fields, value, write, show, label, size }) {
  const record = await read();
  return openDialog({
    heading,
    size,
    body: close => html`<gl-edit .record=${record} .read=${read} .fields=${fields} .toValue=${value}
      .write=${write} .show=${show} .label=${label} .cancel=${() => close()}
      @gl-done=${event => close(event.detail)}></gl-edit>`,
  }).closed;
}

/** The value without what is empty. */
export const compact = value =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null && part !== ''));

/** An etag as the server makes it of a version that stands in a record. */
export const etagOf = record => `"${record.version}"`;
