// A map of the district's own outlines, without any tiles: coloured by a figure or by lamps, or to draw an outline on.
import { Element, define } from './element.js';
import { failureTemplate } from './failure.js';
import { format } from './format.js';
import { createRef, html, nothing, ref } from './lit.js';
import { OutlineEditor } from './map-draw.js';
import { scale } from './map-scale.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const DIGITS = 2;
const MARGIN = 12;
const CONTROLS = 48;
/** About a metre to a few pixels; a single corner has no extent to fit. */
const CLOSEST = 20;

/**
 * `.features` GeoJSON FeatureCollection with `properties.code` and `.name` · `.values` numbers by code, of which `legend`
 * says what they are · `.lamps` green, yellow or red by code · `.selected` code · `.draw` an outline to edit (GeoJSON
 * geometry), or true for a new one · `label` what is shown · `pickable` whether a unit leads somewhere. Fires `gl-pick`
 * with `{code, name}`, `gl-drawn` with `{geometry}`.
 */
define('gl-map', class extends Element {
  static properties = {
    features: { attribute: false },
    values: { attribute: false },
    lamps: { attribute: false },
    selected: {},
    draw: { attribute: false },
    label: {},
    legend: {},
    pickable: { type: Boolean },
  };

  #place = createRef();
  #leaflet = null;
  #map = null;
  #areas = null;
  #marks = null;
  #editor = null;
  #failed = null;
  #fit = true;
  #size = new ResizeObserver(() => this.#resize());

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#clear();
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  willUpdate(changed) {
    if (changed.has('features')) this.#fit = true;
  }

  render() {
    if (this.#failed) return failureTemplate(this.#failed, () => this.#retry());
    return html`
      <section class="gl-map" aria-label=${this.label || t('map.label')} ?data-pickable=${this.pickable && !this.draw}>
        ${this.draw && this.#editor ? this.#editor.toolbar() : nothing}
        <div class="gl-map-place" ${ref(this.#place)}></div>
        ${this.draw ? nothing : html`${this.#key()}${this.#list()}`}
        ${this.draw && this.#editor ? this.#editor.text() : nothing}
      </section>`;
  }

  async updated(changed) {
    if (this.#failed) return;
    try {
      this.#leaflet ??= await import('leaflet');
    } catch (error) {
      this.#failed = error;
      this.requestUpdate();
      return;
    }
    if (!this.isConnected || !this.#place.value) return;
    if (!this.#map) this.#begin();
    this.#paint();
    if (changed.has('draw') || Boolean(this.draw) !== Boolean(this.#editor)) this.#edit();
  }

  #retry() {
    this.#failed = null;
    this.requestUpdate();
  }

  #begin() {
    const { Browser, control, map } = this.#leaflet;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = map(this.#place.value, {
      attributionControl: false, zoomControl: false, zoomSnap: 0.25, scrollWheelZoom: false,
      // One finger scrolls the page, two move the map.
      dragging: !Browser.mobile, zoomAnimation: !still, fadeAnimation: !still,
      center: [0, 0], zoom: 2, maxZoom: CLOSEST,
    });
    control.zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(this.#map);
    // The wheel is the page's until the map is used.
    this.#map.on('focus', () => this.#map.scrollWheelZoom.enable());
    this.#map.on('blur', () => this.#map.scrollWheelZoom.disable());
    this.#map.on('zoomend', () => this.#fitNames());
    this.#size.observe(this.#place.value);
  }

  #clear() {
    this.#size.disconnect();
    this.#editor?.end();
    this.#editor = null;
    this.#map?.remove();
    this.#map = this.#areas = this.#marks = null;
    this.#fit = true;
  }

  #resize() {
    this.#map?.invalidateSize({ animate: false });
    if (this.#fit) this.#show();
  }

  #paint() {
    const { geoJSON, layerGroup } = this.#leaflet;
    this.#areas?.remove();
    this.#marks?.remove();
    const steps = this.#scale();
    this.#areas = geoJSON(this.features ?? [], {
      interactive: !this.draw,
      style: feature => ({ className: this.#look(feature.properties.code, steps) }),
      onEachFeature: (feature, layer) => this.#equip(feature, layer),
    }).addTo(this.#map);
    this.#marks = layerGroup(this.draw ? [] : this.#areas.getLayers().map(area => this.#mark(area))).addTo(this.#map);
    if (this.draw) this.#areas.bringToBack();
    this.#areas.eachLayer(area => { if (this.#isSelected(area.feature)) area.bringToFront(); });
    if (this.#fit) this.#show();
    else this.#fitNames();
  }

  #scale() {
    return scale(this.values ?? {}, (this.features?.features ?? []).map(feature => feature.properties.code));
  }

  #isSelected(feature) {
    return Boolean(this.selected) && feature.properties.code === this.selected;
  }

  /** What is selected and has nothing to show of its own is an outline: what lies within is seen and picked through it. */
  #surrounds(code) {
    return code === this.selected && !this.values && !this.lamps && this.features.features.length > 1;
  }

  #look(code, steps) {
    const step = this.values && steps.colour(this.values[code]);
    const lamp = !this.values && this.lamps?.[code];
    return [
      'gl-map-area',
      this.draw ? 'gl-map-back' : lamp ? `gl-map-${lamp}` : step ? `gl-map-step-${step}` : this.values ? 'gl-map-none' : '',
      code === this.selected ? 'gl-map-selected' : '',
      this.#surrounds(code) ? 'gl-map-outline' : '',
    ].filter(Boolean).join(' ');
  }

  /** Names are words of the district, so they go in as text. */
  #equip(feature, layer) {
    if (this.draw) return;
    layer.bindTooltip(() => element('span', this.#says(feature)), { sticky: true, className: 'gl-map-tip' });
    layer.on('click', () => this.#pick(feature));
    layer.on('mouseover', () => layer.getElement()?.classList.add('gl-map-over'));
    layer.on('mouseout', () => layer.getElement()?.classList.remove('gl-map-over'));
  }

  /** The name, and the lamp where colour alone would say it. */
  #mark(area) {
    const { divIcon, marker } = this.#leaflet;
    const { code, name } = area.feature.properties;
    const label = element('span', name);
    label.className = 'gl-map-name';
    if (this.lamps?.[code]) {
      const lamp = Object.assign(document.createElement('gl-lamp'), { state: this.lamps[code], label: name });
      label.replaceChildren(lamp);
    }
    const icon = divIcon({ html: label, className: 'gl-map-mark', iconSize: null });
    return Object.assign(marker(middle(area), { icon, interactive: false, keyboard: false }), { area });
  }

  /** A name is shown where its area has room for it. */
  #fitNames() {
    this.#marks?.eachLayer(mark => {
      const label = mark.getElement()?.firstChild;
      if (!label) return;
      const bounds = mark.area.getBounds();
      const { x } = this.#map.latLngToLayerPoint(bounds.getNorthEast()).subtract(this.#map.latLngToLayerPoint(bounds.getSouthWest()));
      label.hidden = false;
      label.hidden = !mark.area.feature.properties.code || label.offsetWidth > x;
    });
  }

  #show() {
    const shape = this.draw && this.#editor?.bounds();
    const bounds = shape?.isValid() ? shape : this.#areas?.getBounds();
    if (!bounds?.isValid() || !this.#place.value.offsetWidth) return;
    this.#map.fitBounds(bounds, {
      paddingTopLeft: [CONTROLS, MARGIN], paddingBottomRight: [MARGIN, MARGIN], animate: false,
    });
    this.#map.setMinZoom(this.#map.getBoundsZoom(this.#areas.getBounds().isValid() ? this.#areas.getBounds() : bounds) - 1);
    this.#fit = false;
    this.#fitNames();
  }

  #edit() {
    this.#editor?.end();
    this.#editor = null;
    if (this.draw) {
      this.#map.dragging.enable();
      this.#editor = new OutlineEditor(this.#leaflet, this.#map, this.draw === true ? null : this.draw, {
        changed: () => {
          this.#fit = false;
          this.requestUpdate();
        },
        finished: geometry => this.dispatchEvent(new CustomEvent('gl-drawn', { detail: { geometry }, bubbles: true })),
      });
    }
    this.#fit = true;
    this.#show();
    this.requestUpdate();
  }

  #pick({ properties: { code, name } }) {
    if (this.pickable) this.dispatchEvent(new CustomEvent('gl-pick', { detail: { code, name }, bubbles: true }));
  }

  #says({ properties: { code, name } }) {
    const value = this.values?.[code];
    const lamp = this.lamps?.[code];
    return [name, this.values && number(value), lamp && t(`kit.lamp.${lamp}`)].filter(Boolean).join(' · ');
  }

  #key() {
    if (!this.values) return nothing;
    const { steps, isWhole } = this.#scale();
    return html`
      <div class="gl-map-key">
        ${this.legend ? html`<span>${this.legend}</span>` : nothing}
        <ul aria-label=${this.legend || t('map.key')}>
          ${steps.map(({ from, to, colour }) => html`
            <li><i class="gl-map-step-${colour}"></i>${from === to ? number(from)
              : t('map.range', { from: number(from), to: number(to) })}</li>`)}
          ${!isWhole ? html`<li><i class="gl-map-none"></i>${t('map.none')}</li>` : nothing}
        </ul>
      </div>`;
  }

  /** The same as the map, for keyboards and screen readers. */
  #list() {
    const features = this.features?.features ?? [];
    if (!features.length) return nothing;
    return html`
      <details class="gl-map-list">
        <summary>${t('map.list', { count: features.length })}</summary>
        <ul class="gl-list">
          ${features.map(feature => html`<li>${this.pickable ? html`
            <button type="button" class="gl-link" aria-current=${this.#isSelected(feature) || nothing}
              @click=${() => this.#pick(feature)}>${feature.properties.name}</button>` : feature.properties.name}
            ${this.values ? html`<span class="gl-number">${number(this.values[feature.properties.code])}</span>` : nothing}
            ${this.lamps ? html`<gl-lamp .state=${this.lamps[feature.properties.code]}></gl-lamp>` : nothing}</li>`)}
        </ul>
      </details>`;
  }
});

function number(value) {
  return typeof value === 'number' ? format.number(value, { digits: DIGITS }) : t('map.none');
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Of a polygon the middle of its area, of anything else of its extent. */
function middle(area) {
  try {
    return area.getCenter();
  } catch {
    return area.getBounds().getCenter();
  }
}
