/** Bringing in the boundaries of many units from one GeoJSON file. */
import { Page, define, format, html, router } from '@gridloom/ui';
import { t } from './words.js';

define('organization-boundaries', class extends Page {
  static properties = { from: { state: true } };

  constructor() {
    super();
    this.from = format.today();
  }

  render() {
    return html`
      <nav class="gl-breadcrumb" aria-label=${t('units.title')}>
        <a href=${router.href('organization/units')}>${t('units.title')}</a>
      </nav>
      <h1>${t('boundary.import')}</h1>
      <p>${t('boundary.importHelp')}</p>
      <div class="gl-stack">
        <div class="gl-filters">
          <label>${t('boundary.from')}
            <input type="date" required .value=${this.from}
              @change=${event => { this.from = event.target.value || format.today(); event.target.value = this.from; }}></label>
        </div>
        <gl-import .to=${{
          path: 'organization/boundaries/import',
          query: { date: this.from },
          type: 'application/geo+json',
          accept: '.geojson,.json,application/geo+json,application/json',
          choose: t('boundary.choose'),
          help: t('boundary.fileHelp'),
          row: t('boundary.feature'),
        }}></gl-import>
      </div>`;
  }
});
