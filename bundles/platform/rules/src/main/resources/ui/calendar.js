// A year of the work calendar as twelve months. Who keeps it clicks days and saves the year with its document.
import { Page, Task, api, define, format, html, nothing, notify, router, session, states } from '@gridloom/ui';
import { etagOf, t } from './words.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];
const iso = (year, month, day) => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const weekdayOf = (year, month, day) => new Date(Date.UTC(year, month, day)).getUTCDay();
const isWeekend = (year, month, day) => [0, 6].includes(weekdayOf(year, month, day));

define('rules-calendar', class extends Page {
  static properties = { edited: { state: true }, basis: { state: true }, problem: { state: true } };

  #year = new Task(this, {
    args: () => [this.year],
    task: ([year], { signal }) => api.get(`calendar/years/${year}`, { signal }),
  });

  get year() {
    return Number(this.route.params.year ?? format.today().slice(0, 4));
  }

  days(record) {
    return this.edited ?? new Map(record.days.map(it => [it.date, it]));
  }

  /** Off, on (where it differs from the week), as the week has it. */
  turn(record, date, weekend) {
    const days = new Map(this.days(record));
    const set = days.get(date);
    if (!set) days.set(date, { date, workDay: weekend, name: null });
    else if (set.workDay === weekend) days.delete(date);
    else days.set(date, { ...set, workDay: weekend });
    this.edited = days;
    this.basis ??= record.basis ?? '';
  }

  async save(record) {
    this.problem = null;
    try {
      await api.put(`calendar/years/${record.year}`, { basis: this.basis, days: [...this.edited.values()] }, { ifMatch: etagOf(record) });
      notify(t('calendar.saved'));
      this.leave();
      this.#year.run();
    } catch (problem) {
      if (!problem.status) throw problem;
      this.problem = problem;
    }
  }

  leave() {
    this.edited = null;
    this.basis = null;
    this.problem = null;
  }

  render() {
    const go = step => { this.leave(); router.stay({ year: this.year + step }); };
    return html`<div class="gl-head"><h1>${t('calendar.of', { year: this.year })}</h1>
        <div class="gl-actions">
          <button type="button" aria-label=${t('calendar.former')} @click=${() => go(-1)}><gl-icon name="left"></gl-icon></button>
          <button type="button" aria-label=${t('calendar.next')} @click=${() => go(1)}><gl-icon name="right"></gl-icon></button></div></div>
      ${states(this.#year, record => html`${this.renderSource(record)}${this.renderEditing(record)}
        <div class="gl-grid">${Array.from({ length: 12 }, (_, month) => this.renderMonth(record, month))}</div>`)}`;
  }

  renderSource(record) {
    if (record.source === 'computed') return html`<p class="gl-alert" data-kind="warn">${t('calendar.computed', { year: record.year })}</p>`;
    return html`<p>${t(`calendar.source.${record.source}`, { basis: record.basis })}</p>`;
  }

  renderEditing(record) {
    if (!this.edited) return session.can('calendar.edit') ? html`<p class="gl-muted">${t('calendar.help')}</p>` : nothing;
    return html`<div class="gl-panel gl-stack">
      ${this.problem ? html`<div class="gl-alert" data-kind="bad" role="alert">
        ${this.problem.violations?.length ? this.problem.violations.map(it => html`<p>${it.message}</p>`) : this.problem.detail}</div>` : nothing}
      <gl-document-chooser label=${t('rules.basis')} required .value=${this.basis}
        @gl-change=${event => { this.basis = event.detail.value; }}></gl-document-chooser>
      <div class="gl-actions"><button type="button" class="gl-primary" @click=${() => this.save(record)}>${t('calendar.save')}</button>
        <button type="button" @click=${() => this.leave()}>${t('calendar.cancel')}</button></div></div>`;
  }

  renderMonth(record, month) {
    const { year } = record;
    const first = new Date(Date.UTC(year, month, 1));
    const lead = (first.getUTCDay() + 6) % 7;
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const cells = [...Array(lead).fill(0), ...Array.from({ length }, (_, i) => i + 1)];
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
    const name = t(`month.${month + 1}`);
    return html`<div class="gl-panel"><table class="gl-month"><caption>${name}</caption>
      <thead><tr>${WEEKDAYS.map(day => html`<th scope="col" abbr=${t(`dayName.${day}`)}>${t(`weekday.${day}`)}</th>`)}</tr></thead>
      <tbody>${weeks.map(week => html`<tr>${week.map(day => html`<td>${day ? this.renderDay(record, month, day) : nothing}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }

  renderDay(record, month, day) {
    const date = iso(record.year, month, day);
    const weekend = isWeekend(record.year, month, day);
    const dayName = t(`dayName.${weekdayOf(record.year, month, day)}`);
    const set = this.days(record).get(date);
    const works = set ? set.workDay : !weekend;
    const mark = set ? html`<span class="gl-tag" data-kind=${works ? 'warn' : 'good'}>${t(works ? 'day.work' : 'day.off')}</span>` : nothing;
    const label = t(works ? 'day.isWork' : 'day.isOff', { date: format.date(date), day: dayName, name: set?.name ?? '' });
    const number = html`<span class=${works ? '' : 'gl-muted'}>${day}</span>${mark}`;
    return session.can('calendar.edit')
      ? html`<button type="button" class="gl-quiet" title=${label} aria-label=${label}
          @click=${() => this.turn(record, date, weekend)}>${number}</button>`
      : html`<span title=${label}>${number}</span>`;
  }
});
