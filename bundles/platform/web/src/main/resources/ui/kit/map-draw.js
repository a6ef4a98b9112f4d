// Draws an outline on a map, corner by corner; or takes one from a text.
import { format } from './format.js';
import { html } from './lit.js';
import { Outline, outlineIn } from './outline.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const SHOWN = 400;
const STEP = 8;
const SIZE = matchMedia('(pointer: coarse)').matches ? 1.6 : 1;
const ARROWS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };

export class OutlineEditor {
  #leaflet;
  #map;
  #tell;
  #outline;
  #shape;
  #corners;
  #chosen = null;
  #fault = '';
  #byKey = false;
  #click = event => this.#add(event.latlng);
  #redraw = () => this.#draw();
  #undoKey = event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && this.#outline.canUndo) this.#undo();
  };

  /** @param {{changed: () => void, finished: (geometry: object) => void}} tell */
  constructor(leaflet, map, geometry, tell) {
    this.#leaflet = leaflet;
    this.#map = map;
    this.#tell = tell;
    this.#outline = new Outline(geometry);
    this.#shape = leaflet.layerGroup().addTo(map);
    this.#corners = leaflet.layerGroup().addTo(map);
    map.on('click', this.#click);
    map.on('moveend', this.#redraw);
    map.getContainer().addEventListener('keydown', this.#undoKey);
    map.getContainer().classList.add('gl-map-drawing');
    this.#draw();
  }

  end() {
    this.#map.off('click', this.#click);
    this.#map.off('moveend', this.#redraw);
    this.#map.getContainer().removeEventListener('keydown', this.#undoKey);
    this.#map.getContainer().classList.remove('gl-map-drawing');
    this.#shape.remove();
    this.#corners.remove();
  }

  bounds() {
    return this.#leaflet.latLngBounds([...this.#outline.corners()].map(({ corner }) => place(corner)));
  }

  toolbar() {
    const { canUndo, isEmpty, isWhole, size } = this.#outline;
    const hint = this.#fault || (this.#hidden ? t('map.zoomToEdit') : isEmpty ? t('map.drawHelp') : t('map.editHelp'));
    return html`
      <div class="gl-map-tools">
        <div class="gl-actions" role="toolbar" aria-label=${t('map.tools')}>
          <button type="button" ?disabled=${!canUndo} @click=${() => this.#undo()}>${t('map.undo')}</button>
          <button type="button" ?disabled=${!this.#chosen} @click=${() => this.#remove()}>${t('map.remove')}</button>
          <button type="button" ?disabled=${isEmpty} @click=${() => this.#replace(null)}>${t('map.clear')}</button>
          <button type="button" class="gl-primary" ?disabled=${!isWhole} @click=${() => this.#finish()}>${t('map.finish')}</button>
          <span class="gl-muted gl-small">${t('map.corners', { count: format.number(size) })}</span>
        </div>
        <p class=${this.#fault ? 'gl-fault' : 'gl-help'} role="status">${hint}</p>
      </div>`;
  }

  /** The way to an outline without a mouse. */
  text() {
    const use = form => {
      const { geometry, fault } = outlineIn(form.elements.geojson.value);
      this.#fault = fault ? t(`map.fault.${fault}`) : '';
      if (geometry) this.#replace(geometry);
      else this.#tell.changed();
    };
    const open = async input => {
      const [file] = input.files;
      if (!file) return;
      input.form.elements.geojson.value = await file.text();
      input.value = '';
      use(input.form);
    };
    return html`
      <details class="gl-map-text">
        <summary>${t('map.asText')}</summary>
        <form class="gl-stack" @submit=${event => { event.preventDefault(); use(event.target); }}>
          <label>${t('map.geojson')}
            <textarea name="geojson" rows="5" spellcheck="false" .value=${this.#text}></textarea></label>
          <label>${t('map.file')}
            <input type="file" accept=".json,.geojson,application/geo+json" @change=${event => open(event.target)}></label>
          <div class="gl-actions"><button>${t('map.use')}</button></div>
        </form>
      </details>`;
  }

  get #text() {
    return this.#outline.isWhole ? JSON.stringify(this.#outline.geometry()) : '';
  }

  get #hidden() {
    return this.#inView().length > SHOWN;
  }

  #inView() {
    const view = this.#map.getBounds().pad(0.1);
    return [...this.#outline.corners()].filter(({ corner }) => view.contains(place(corner)));
  }

  #add(latlng) {
    this.#chosen = this.#outline.insert(corner(latlng), this.#chosen);
    this.#changed();
  }

  #undo() {
    this.#outline.undo();
    this.#chosen = null;
    this.#changed();
  }

  #remove() {
    this.#outline.remove(this.#chosen);
    this.#chosen = null;
    this.#changed();
    this.#map.getContainer().focus({ preventScroll: true });
  }

  #replace(geometry) {
    this.#outline.replace(geometry);
    this.#chosen = null;
    this.#changed();
    if (this.bounds().isValid()) this.#map.fitBounds(this.bounds(), { animate: false });
  }

  #finish() {
    const crossing = this.#outline.crossing();
    if (!crossing) {
      this.#tell.finished(this.#outline.geometry());
      return;
    }
    this.#map.panTo(place(crossing), { animate: false });
    this.#fault = t('map.fault.crossing');
    this.#tell.changed();
  }

  #changed() {
    this.#fault = '';
    this.#draw();
    this.#tell.changed();
  }

  #draw() {
    const { polygon, polyline } = this.#leaflet;
    this.#shape.clearLayers();
    for (const rings of this.#outline.parts) {
      const places = rings.map(ring => ring.map(place));
      const layer = places[0].length > 2 ? polygon(places, { className: 'gl-map-drawn', interactive: false })
        : polyline(places, { className: 'gl-map-drawn', interactive: false });
      layer.addTo(this.#shape);
    }
    this.#corners.clearLayers();
    const shown = this.#inView();
    if (shown.length > SHOWN) return;
    for (const each of shown) {
      this.#corner(each).addTo(this.#corners);
      this.#between(each)?.addTo(this.#corners);
    }
  }

  #corner({ corner: at, ...where }) {
    const isChosen = same(where, this.#chosen);
    const marker = this.#leaflet.marker(place(at), {
      draggable: true,
      icon: this.#icon(isChosen ? 'gl-map-corner gl-map-chosen' : 'gl-map-corner', 12),
      title: t('map.corner', { number: where.index + 1 }), alt: t('map.corner', { number: where.index + 1 }),
    });
    marker.on('click', () => this.#choose(where));
    marker.on('drag', () => this.#preview(where, corner(marker.getLatLng())));
    marker.on('dragend', () => this.#move(where, corner(marker.getLatLng())));
    marker.on('add', () => {
      marker.getElement().addEventListener('keydown', event => this.#press(event, where, marker));
      if (isChosen && this.#byKey) marker.getElement().focus({ preventScroll: true });
    });
    return marker;
  }

  /** Arrows move a corner, Delete takes it away, Enter puts one behind it. */
  #press(event, where, marker) {
    const arrow = ARROWS[event.key];
    this.#byKey = true;
    if (arrow) {
      const point = this.#map.latLngToContainerPoint(marker.getLatLng()).add(arrow);
      this.#move(where, corner(this.#map.containerPointToLatLng(point)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#chosen = where;
      this.#remove();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#split(where);
    } else {
      this.#byKey = false;
      return;
    }
    this.#byKey = false;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A small mark in the middle of a side, which becomes a corner. */
  #between({ corner: at, part, ring, index }) {
    const corners = this.#outline.parts[part][ring];
    if (corners.length < 2) return null;
    const next = corners[(index + 1) % corners.length];
    const marker = this.#leaflet.marker(place(middle(at, next)), {
      icon: this.#icon('gl-map-between', 8), keyboard: false, title: t('map.insert'), alt: '',
    });
    marker.on('click', () => this.#split({ part, ring, index }));
    return marker;
  }

  #split({ part, ring, index }) {
    const corners = this.#outline.parts[part][ring];
    this.#chosen = this.#outline.insert(middle(corners[index], corners[(index + 1) % corners.length]), { part, ring, index });
    this.#changed();
  }

  #choose(where) {
    this.#chosen = same(where, this.#chosen) ? null : where;
    this.#draw();
    this.#tell.changed();
  }

  #move(where, to) {
    this.#outline.move(where, to);
    this.#chosen = where;
    this.#changed();
  }

  /** While a corner is dragged, its side goes along. */
  #preview({ part, ring, index }, to) {
    const layer = this.#shape.getLayers()[part];
    const places = this.#outline.parts[part].map(corners => corners.map(place));
    places[ring][index] = place(to);
    layer.setLatLngs(places);
  }

  #icon(className, size) {
    return this.#leaflet.divIcon({ className, iconSize: [size * SIZE, size * SIZE] });
  }
}

function place([longitude, latitude]) {
  return [latitude, longitude];
}

function corner({ lng, lat }) {
  return [lng, lat];
}

function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function same(a, b) {
  return Boolean(a && b) && a.part === b.part && a.ring === b.ring && a.index === b.index;
}
