// How something that went wrong is shown.
import { html, nothing, render } from './lit.js';
import { Problem } from './problem.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/** Template: what is wrong, and what to do next. */
export function failureTemplate(error, retry) {
  const refused = error instanceof Problem;
  return html`
    <div class="gl-alert" data-kind="bad" role="alert">
      <strong>${refused ? error.title : t('kit.failure.title')}</strong>
      <p>${refused ? error.detail : t('kit.failure.help')}</p>
      ${refused ? error.violations.map(it => html`<p>${it.field}: ${it.message}</p>`) : nothing}
      ${details(error, refused)}
      ${retry ? html`<button type="button" @click=${retry}>${t('kit.failure.retry')}</button>` : nothing}
    </div>`;
}

function details(error, refused) {
  const text = refused ? error.instance : String(error?.message ?? error);
  if (!text) return nothing;
  return html`<details><summary>${t('kit.failure.details')}</summary><code>${text}</code></details>`;
}

/** The same as a node. */
export function failure(error, retry) {
  const box = document.createElement('div');
  render(failureTemplate(error, retry), box);
  return box;
}
