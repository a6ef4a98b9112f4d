// The table of a draft: a row of fields for each rule.
import { Element, api, define, format, html, nothing, notify } from '@gridloom/ui';
import { etagOf, t } from './words.js';

const UNITS = ['WORK_HOURS', 'WORK_DAYS', 'NATURAL_DAYS'];

define('rules-editor', class extends Element {
  static properties = {
    set: { attribute: false }, draft: { attribute: false },
    rows: { state: true }, head: { state: true }, problem: { state: true }, busy: { state: true },
  };

  willUpdate(changed) {
    if (!changed.has('set') || this.rows) return;
    const from = this.draft ?? this.set.current;
    this.rows = from.rows.map(row => ({ ...row.values }));
    const earliest = this.set.earliestStart > format.today() ? this.set.earliestStart : format.today();
    this.head = { validFrom: this.draft?.validFrom ?? earliest, basis: this.draft?.basis ?? [], note: this.draft?.note ?? '' };
  }

  put(index, code, value) {
    this.rows = this.rows.map((row, i) => (i === index ? { ...row, [code]: value } : row));
  }

  async save(publish) {
    this.busy = true;
    this.problem = null;
    const rows = this.rows.map(row => Object.fromEntries(Object.entries(row).filter(([, value]) => value)));
    const body = { ...this.head, note: this.head.note || null, rows };
    try {
      const { body: saved } = this.draft
        ? await api.put(`rules/versions/${this.draft.id}`, body, { ifMatch: etagOf(this.draft) })
        : await api.post(`rules/${this.set.code}/versions`, body);
      this.draft = saved;
      if (publish) await api.post(`rules/versions/${saved.id}/publish`, undefined, { ifMatch: etagOf(saved) });
      notify(t(publish ? 'rules.published' : 'rules.saved'));
      this.dispatchEvent(new CustomEvent('gl-done', { bubbles: true }));
    } catch (problem) {
      if (!problem.status) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  renderField(column, row, index) {
    const value = row[column.code] ?? '';
    const label = t('editor.cell', { row: index + 1, column: column.label });
    const set = event => this.put(index, column.code, event.target.value);
    if (column.type === 'CHOICE' || column.type === 'YES_NO') {
      const options = column.type === 'CHOICE' ? column.choices
        : [{ code: 'true', label: t('value.yes') }, { code: 'false', label: t('value.no') }];
      return html`<select aria-label=${label} @change=${set}><option value=""></option>
        ${options.map(it => html`<option value=${it.code} ?selected=${it.code === value}>${it.label}</option>`)}</select>`;
    }
    if (column.type === 'DURATION') {
      const [amount = '', unit = 'WORK_DAYS'] = value.split(' ');
      const both = (one, other) => this.put(index, column.code, one === '' ? '' : `${one} ${other}`);
      return html`<span class="gl-row"><input type="number" aria-label=${label} min=${column.min} max=${column.max} .value=${amount}
          @input=${event => both(event.target.value, unit)}>
        <select aria-label=${t('editor.unit', { column: label })} @change=${event => both(amount, event.target.value)}>
          ${UNITS.map(it => html`<option value=${it} ?selected=${it === unit}>${t(`unit.${it}`)}</option>`)}</select></span>`;
    }
    return html`<input type=${column.type === 'NUMBER' ? 'number' : 'text'} step="any" aria-label=${label}
      min=${column.type === 'NUMBER' ? column.min : nothing} max=${column.type === 'NUMBER' ? column.max : nothing} .value=${value} @input=${set}>`;
  }

  renderProblem() {
    if (!this.problem) return nothing;
    const name = field => this.set.columns.find(it => it.code === field)?.label ?? { basis: t('rules.basis'), validFrom: t('rules.from') }[field] ?? field;
    return html`<div class="gl-alert" data-kind="bad" role="alert"><p>${this.problem.detail ?? this.problem.title}</p>
      <ul>${(this.problem.violations ?? []).map(it => html`<li>${it.row
        ? t('editor.faultInRow', { row: it.row - 1, field: name(it.field), message: it.message })
        : t('editor.fault', { field: name(it.field), message: it.message })}</li>`)}</ul></div>`;
  }

  render() {
    const { columns } = this.set;
    const isKeyed = columns.some(it => it.key);
    const head = (name, value) => { this.head = { ...this.head, [name]: value }; };
    return html`<div class="gl-stack">${this.renderProblem()}
      <div class="gl-panel gl-stack">
        <div class="gl-field"><label for="rule-from">${t('rules.from')}</label><input id="rule-from" type="date" required min=${this.set.earliestStart} .value=${this.head.validFrom}
          @change=${event => head('validFrom', event.target.value)}></div>
        <gl-document-chooser label=${t('rules.basis')} multiple required .value=${this.head.basis}
          @gl-change=${event => head('basis', event.detail.value)}></gl-document-chooser>
        <div class="gl-field"><label for="rule-note">${t('rules.note')}</label><input id="rule-note" type="text" maxlength="500" .value=${this.head.note} @input=${event => head('note', event.target.value)}></div>
      </div>
      <div class="gl-panel"><div class="gl-scroll" tabindex="0"><table><caption class="gl-visually-hidden">${this.set.name}</caption>
        <thead><tr>${columns.map(it => html`<th>${it.label}${it.unit ? html` <small>${it.unit}</small>` : nothing}</th>`)}
          ${isKeyed ? html`<th></th>` : nothing}</tr></thead>
        <tbody>${this.rows.map((row, index) => html`<tr>${columns.map(it => html`<td>${this.renderField(it, row, index)}</td>`)}
          ${isKeyed ? html`<td><button type="button" class="gl-quiet" aria-label=${t('editor.removeRow', { row: index + 1 })}
            @click=${() => { this.rows = this.rows.filter((_, i) => i !== index); }}><gl-icon name="trash"></gl-icon></button></td>` : nothing}
          </tr>`)}</tbody></table></div>
        ${isKeyed ? html`<button type="button" @click=${() => { this.rows = [...this.rows, {}]; }}>${t('editor.addRow')}</button>` : nothing}
      </div>
      <div class="gl-actions">
        <button type="button" class="gl-primary" ?disabled=${this.busy} @click=${() => this.save(true)}>${t('rules.publish')}</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.save(false)}>${t('editor.save')}</button>
      </div></div>`;
  }
});
