// The steps that a case may take now: a button each, and what each has to show in a dialog.
import { Element, define } from './element.js';
import { api } from './api.js';
import { openDialog } from './dialog.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const LONG = 200;
const CONFLICT = 409;
let count = 0;

/**
 * `.case` as the server tells it (`state`, `version`, `actions`). `gl-done` when a step was taken, with the answer, and
 * without one when the case turned out to stand elsewhere: either way it is to be read anew.
 */
define('gl-actions', class extends Element {
  static properties = { case: { attribute: false }, label: {}, quiet: { type: Boolean } };

  #id = `gl-actions-${++count}`;

  render() {
    const actions = this.case?.actions ?? [];
    if (!actions.length) return nothing;
    const blocked = actions.filter(action => action.blocked);
    return html`
      <div class="gl-actions" role="group" aria-label=${this.label ?? t('kit.actions.label')}>
        ${actions.map((action, index) => html`
          <button type="button" class=${this.#look(action, index)} aria-disabled=${action.blocked ? 'true' : nothing}
            aria-describedby=${action.blocked ? `${this.#id}-${action.action}` : nothing}
            @click=${() => this.#open(action)}>${action.name}</button>`)}
      </div>
      ${blocked.map(action => html`<p class="gl-small gl-muted" id=${`${this.#id}-${action.action}`}>
        ${t('kit.actions.blocked', { action: action.name, why: action.blocked })}</p>`)}`;
  }

  /** The first step on is what is done most. */
  #look(action, index) {
    if (this.quiet) return 'gl-quiet';
    return index === 0 && ['FORWARD', 'CLOSE'].includes(action.kind) && !action.reasoned ? 'gl-primary' : '';
  }

  async #open(action) {
    if (action.blocked) return;
    let answer;
    let elsewhere = false;
    const submit = async (value, { key }) => {
      try {
        answer = await api.post(action.link, sent(value), { key, ifMatch: `"${this.case.version}"` });
        return answer;
      } catch (problem) {
        elsewhere ||= problem.status === CONFLICT;
        throw problem;
      }
    };
    await openDialog({
      heading: action.name,
      body: close => html`<gl-form .fields=${fieldsOf(action)} .value=${begin(action)} .submit=${submit}
        submit-label=${action.name} .cancel=${() => close()} @gl-done=${() => close()}></gl-form>`,
    }).closed;
    if (answer || elsewhere) {
      this.dispatchEvent(new CustomEvent('gl-done', { detail: answer?.body, bubbles: true }));
    }
  }
});

/** A history as `<gl-timeline>` shows it, the last step first. */
export const caseTimeline = moves => [...moves].reverse().map((move, index) => ({
  date: move.at,
  title: `${move.name} → ${move.toName}`,
  state: index === 0 ? 'current' : 'done',
  body: html`<span class="gl-muted">${move.account}</span>
    ${move.reason ? html`<div>${move.reason}</div>` : nothing}
    ${move.evidence.length ? html`<dl class="gl-facts">${move.evidence.map(it => html`
      <dt>${it.label}</dt><dd>${it.type.endsWith('DATE') ? format.date(it.value) : it.value}</dd>`)}</dl>` : nothing}`,
}));

function fieldsOf(action) {
  return [
    ...action.evidence.map(field),
    { name: 'reason', label: t('kit.actions.reason'), type: 'textarea', rows: 2, required: action.reasoned, maxLength: 1000 },
  ];
}

function field(evidence) {
  const common = { name: `evidence.${evidence.name}`, label: evidence.label, required: evidence.required, help: evidence.help ?? undefined };
  switch (evidence.type) {
    case 'TEXT': return { ...common, type: evidence.max > LONG ? 'textarea' : 'text', maxLength: evidence.max };
    case 'DATE': return { ...common, type: 'date' };
    case 'PAST_DATE': return { ...common, type: 'date', max: format.today() };
    case 'NUMBER': return { ...common, type: 'number', min: evidence.min, max: evidence.max };
    case 'CHOICE': return { ...common, type: 'select', options: evidence.choices.map(it => ({ value: it.code, label: it.label })) };
    case 'DOCUMENT': return { ...common, type: 'document' };
    default: return { ...common, type: 'text', help: common.help ?? t('kit.actions.files') };
  }
}

/** What is most likely. */
function begin(action) {
  const days = action.evidence.filter(it => it.type === 'PAST_DATE' && it.required);
  return { evidence: Object.fromEntries(days.map(it => [it.name, format.today()])) };
}

/** Values are words, as the server keeps them. */
function sent({ reason, evidence = {} }) {
  const given = Object.entries(evidence).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return { reason: reason ?? null, evidence: Object.fromEntries(given.map(([name, value]) => [name, String(value)])) };
}
