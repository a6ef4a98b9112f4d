// What the doctor finds: the worst first, each with its cause and the next step.
import { html, nothing, Page, Task, api, define, format, session, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const KINDS = { PROBLEM: 'bad', WARNING: 'warn', NOTE: 'info', OK: 'good' };

define('operations-doctor', class extends Page {
  #report = new Task(this, { args: () => [], task: (_, { signal }) => api.get('operations/doctor', { signal }) });

  render() {
    return html`
      <div class="gl-head">
        <h1>${t('doctor.title')}</h1>
        <div class="gl-actions">
          ${session.can('operations.support.create') ? html`
            <a class="gl-button" href="/api/operations/support" download>
              <gl-icon name="download"></gl-icon>${t('doctor.support')}</a>` : nothing}
          <button type="button" @click=${() => this.#report.run()}>
            <gl-icon name="refresh"></gl-icon>${t('doctor.again')}</button></div>
      </div>
      ${states(this.#report, report => this.#shown(report))}`;
  }

  #shown({ at, level, findings }) {
    const fine = findings.filter(finding => finding.level === 'OK');
    const rest = findings.filter(finding => finding.level !== 'OK');
    return html`
      <div class="gl-alert" data-kind=${KINDS[level]} role="status">${t(`doctor.overall.${level}`)}</div>
      <p class="gl-muted gl-small">${t('doctor.at', { time: format.dateTime(at) })}</p>
      <div class="gl-stack">${rest.map(finding => html`
        <section class="gl-panel" aria-label=${finding.what}>
          <p><span class="gl-tag" data-kind=${KINDS[finding.level]}>${t(`doctor.level.${finding.level}`)}</span>
            <span class="gl-muted gl-small">${finding.check}</span></p>
          <p><strong>${finding.what}</strong></p>
          <dl class="gl-facts">
            <dt>${t('doctor.cause')}</dt><dd>${finding.cause}</dd>
            <dt>${t('doctor.next')}</dt><dd><code>${finding.next}</code></dd>
          </dl>
        </section>`)}
        <details><summary>${t('doctor.fine', { count: fine.length })}</summary>
          <ul class="gl-list">${fine.map(finding => html`
            <li>${finding.what} <span class="gl-muted gl-small">${finding.check}</span></li>`)}</ul>
        </details></div>`;
  }
});
