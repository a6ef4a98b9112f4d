// An outline that is being drawn: rings of corners, each change of which can be taken back.

const PRECISION = 1e7;
const LEAST = 3;

/** @typedef {[number, number]} Corner longitude and latitude */
/** @typedef {Corner[][][]} Parts polygons of rings; rings are open here, and closed in GeoJSON */

export class Outline {
  /** @type {Parts} */
  #parts;
  #past = [];

  /** @param {object} [geometry] GeoJSON Polygon or MultiPolygon */
  constructor(geometry) {
    this.#parts = geometry ? opened(geometry) : [[[]]];
  }

  get parts() { return this.#parts; }

  get canUndo() { return this.#past.length > 0; }

  get isEmpty() { return this.#parts.every(rings => rings.every(ring => !ring.length)); }

  /** Whether every ring encloses something. */
  get isWhole() { return this.#parts.every(rings => rings.every(ring => ring.length >= LEAST)); }

  /** All corners: where they are, and where that stands. */
  *corners() {
    for (const [part, rings] of this.#parts.entries()) {
      for (const [ring, corners] of rings.entries()) {
        for (const [index, corner] of corners.entries()) yield { part, ring, index, corner };
      }
    }
  }

  get size() {
    return this.#parts.flat(2).length;
  }

  /** Behind a corner of a ring; without one behind the last of the first ring. */
  insert(corner, at) {
    const { part = 0, ring = 0, index = this.#parts[0][0].length - 1 } = at ?? {};
    this.#change(parts => parts[part][ring].splice(index + 1, 0, corner));
    return { part, ring, index: index + 1 };
  }

  move({ part, ring, index }, corner) {
    this.#change(parts => { parts[part][ring][index] = corner; });
  }

  /** A hole or a part that is left without corners is gone. */
  remove({ part, ring, index }) {
    this.#change(parts => {
      parts[part][ring].splice(index, 1);
      if (parts[part][ring].length) return;
      if (ring > 0) parts[part].splice(ring, 1);
      else if (parts.length > 1) parts.splice(part, 1);
    });
  }

  /** Puts another outline in the place of this one. */
  replace(geometry) {
    const parts = geometry ? opened(geometry) : [[[]]];
    this.#past.push(this.#parts);
    this.#parts = parts;
  }

  undo() {
    this.#parts = this.#past.pop() ?? this.#parts;
  }

  #change(edit) {
    this.#past.push(this.#parts);
    this.#parts = structuredClone(this.#parts);
    edit(this.#parts);
  }

  geometry() {
    const parts = this.#parts.map(rings => rings.map(closed));
    return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
  }

  /** Where one side crosses another, if anywhere. */
  crossing() {
    for (const rings of this.#parts) {
      const sides = rings.flatMap(ring => ring.map((from, index) => [from, ring[(index + 1) % ring.length]]));
      for (const [index, side] of sides.entries()) {
        const other = sides.slice(index + 1).find(each => cross(side, each));
        if (other) return meeting(side, other);
      }
    }
    return null;
  }
}

/**
 * The one outline in a text of GeoJSON: a geometry, a feature, or a collection of one feature.
 *
 * @returns {{geometry?: object, fault?: 'json'|'type'|'many'|'coordinates'}}
 */
export function outlineIn(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { fault: 'json' };
  }
  const features = found?.type === 'FeatureCollection' ? found.features ?? [] : null;
  if (features && features.length !== 1) return { fault: 'many' };
  const geometry = (features ? features[0] : found)?.geometry ?? found;
  if (!['Polygon', 'MultiPolygon'].includes(geometry?.type)) return { fault: 'type' };
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const isWell = isList(polygons) && polygons.every(rings => isList(rings) && rings.every(isRing));
  return isWell ? { geometry: { type: geometry.type, coordinates: geometry.coordinates } } : { fault: 'coordinates' };
}

function isList(value) {
  return Array.isArray(value) && value.length > 0;
}

function isRing(ring) {
  return isList(ring) && ring.length > LEAST && ring.every(isPlace) && same(ring[0], ring.at(-1));
}

function isPlace(place) {
  return Array.isArray(place) && Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90;
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

function opened({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.map(rings => rings.map(ring => ring.slice(0, -1).map(([x, y]) => [x, y])));
}

function closed(ring) {
  const corners = ring.map(corner => corner.map(number => Math.round(number * PRECISION) / PRECISION));
  return [...corners, corners[0]];
}

/** On which side of a line a corner lies. */
function side([[ax, ay], [bx, by]], [x, y]) {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

function cross(one, other) {
  return side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0;
}

function meeting([[ax, ay], [bx, by]], [[cx, cy], [dx, dy]]) {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  return [ax + along * (bx - ax), ay + along * (by - ay)];
}
