/** A change of structure in two steps: the form, then what would follow, before anything is written. */
import { Element, Problem, api, define, drillDown, format, html, nothing } from '@gridloom/ui';
import { withNames } from './names.js';
import { t } from './words.js';

const CHANGED = 412;

/** `.unit` with its etag, `.verb`, `.fields(value)`, `.value`, `.body(value)`; fires `gl-done` with what was done. */
define('organization-restructuring', class extends Element {
  static properties = {
    unit: { attribute: false },
    verb: {},
    label: {},
    danger: { type: Boolean },
    intro: {},
    fields: { attribute: false },
    value: { attribute: false },
    body: { attribute: false },
    cancel: { attribute: false },
    typed: { state: true },
    preview: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.look = this.look.bind(this);
  }

  send(value, dryRun, key) {
    return api.post(`organization/units/${this.unit.code}/${this.verb}`, this.body(value), {
      query: dryRun ? { dryRun } : {}, ifMatch: this.etag ?? this.unit.etag, key,
    });
  }

  /** What would follow. Where somebody changed the unit meanwhile, it is read anew: the preview shows how it stands. */
  async look(value, { key }) {
    this.sent = value;
    this.key = key;
    try {
      this.preview = await this.outcome(value);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== CHANGED) throw problem;
      this.etag = (await api.read(`organization/units/${this.unit.code}`)).etag;
      this.preview = await this.outcome(value);
      this.wasChanged = true;
    }
  }

  async outcome(value) {
    const { body } = await this.send(value, true, null);
    return { ...body, units: await withNames(body.units, { parent: 'unit' }, { asOf: body.date }) };
  }

  async carryOut() {
    this.busy = true;
    this.problem = undefined;
    try {
      const { body } = await this.send(this.sent, false, this.key);
      this.dispatchEvent(new CustomEvent('gl-done', { detail: body, bubbles: true }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  back() {
    this.preview = undefined;
    this.problem = undefined;
  }

  /** Each in a page of its own, so that the form stays. */
  renderConsequence({ text, count, drillDown: list }) {
    const href = list && drillDown(`/api/${list}`);
    const said = `${format.number(count)} ${text}`;
    return html`<li>${href ? html`<a href=${href} target="_blank">${said}</a>` : said}</li>`;
  }

  renderConsequences() {
    const some = this.preview.consequences.filter(({ count }) => count > 0);
    return some.length
      ? html`<h3>${t('restructure.consequences')}</h3>
          <ul>${some.map(it => this.renderConsequence(it))}</ul>`
      : nothing;
  }

  renderPreview() {
    const { preview } = this;
    return html`
      <section aria-live="polite">
        <h3>${t('restructure.preview', { date: format.date(preview.date) })}</h3>
        ${this.wasChanged ? html`<p class="gl-alert" data-kind="warn">${t('restructure.wasChanged')}</p>` : nothing}
        ${preview.units.length
          ? html`<ul>${preview.units.map(unit => html`<li>${t('restructure.result', {
              name: unit.name, code: unit.code, parent: unit.names.parent.name,
            })}</li>`)}</ul>`
          : html`<p>${t('restructure.noResult')}</p>`}
        <p>${t('restructure.below', { count: format.number(preview.unitsBelow) })}</p>
        <details>
          <summary>${t('restructure.codes', { count: preview.codes.length })}</summary>
          <ul>${preview.codes.map(({ from, to }) => html`
            <li>${from} → ${to ?? t('restructure.ends')}</li>`)}</ul>
        </details>
        ${this.renderConsequences()}
        ${this.problem ? html`<p class="gl-alert" data-kind="bad" role="alert">
          <strong>${this.problem.title}</strong> ${this.problem.detail}</p>` : nothing}
        <div class="gl-actions">
          <button type="button" class=${this.danger ? 'gl-danger' : 'gl-primary'} ?disabled=${this.busy}
            @click=${this.carryOut}>${t('restructure.confirm', { action: this.label })}</button>
          <button type="button" ?disabled=${this.busy} @click=${this.back}>${t('restructure.back')}</button>
        </div>
      </section>`;
  }

  render() {
    return html`
      ${this.intro ? html`<p>${this.intro}</p>` : nothing}
      <div ?hidden=${Boolean(this.preview)}>
        <gl-form .fields=${this.fields(this.typed ?? this.value)} .value=${this.value} .submit=${this.look}
          .cancel=${this.cancel} submit-label=${t('restructure.look')}
          @gl-change=${event => { this.typed = event.detail.value; }}
          @gl-done=${event => event.stopPropagation()}></gl-form>
      </div>
      ${this.preview ? this.renderPreview() : nothing}`;
  }
});
