// Has anything been changed, deleted or reordered afterwards?
import { html, Element, Task, api, define, format, openDialog, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

define('events-verify', class extends Element {
  #reports = new Task(this, { args: () => [], task: (_, { signal }) => api.get('audit/verify', { signal }) });

  render() {
    return states(this.#reports, reports => reports.map(report => html`
      <div class="gl-alert" data-kind=${report.whole ? 'good' : 'bad'} role="status">
        <strong>${t('verify.verdict', {
          chain: t(`verify.${report.chain}`), verdict: report.whole ? t('verify.whole') : t('verify.broken') })}</strong>
        <p>${t('verify.checked', { count: format.number(report.checked) })}</p>
        ${report.broken ? html`<p>${report.broken.message}</p>` : ''}
        ${report.anchorFaults.map(fault => html`<p>${fault}</p>`)}
        ${report.anchors ? html`<p>${t('verify.anchors', { count: format.number(report.anchors), position: format.number(report.anchoredTo) })}</p>` : ''}
        ${report.unsealed ? html`<p>${t('verify.unsealed', { count: format.number(report.unsealed), seconds: format.number(report.unsealedSeconds) })}</p>` : ''}
      </div>`));
  }
});

export function verify() {
  openDialog({
    heading: t('verify.title'),
    body: html`<p>${t('verify.help')}</p><events-verify></events-verify>`,
  });
}
