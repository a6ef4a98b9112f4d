import assert from 'node:assert/strict';
import test from 'node:test';
import { contrast, onColour, readable } from '../../main/resources/ui/shell/colour.js';

const light = { surfaces: ['#ffffff', '#eef2f6'], pole: '#000000' };
const dark = { surfaces: ['#12171c', '#27313a'], pole: '#ffffff' };
const colours = ['#b42318', '#1d5fa8', '#ffcc00', '#ffffff', '#000000', '#7f7f7f', '#00ff00'];

test('contrast is as WCAG has it', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.01);
});

test('a district may choose any colour, and its words can be read in both modes', () => {
  for (const colour of colours) {
    for (const mode of [light, dark]) {
      for (const surface of mode.surfaces) {
        assert.ok(contrast(readable(colour, mode), surface) >= 4.5, `${colour} on ${surface}`);
      }
    }
    assert.ok(contrast(onColour(colour), colour) >= 4.5, `on ${colour}`);
  }
});

test('a colour that can be read stays as it is', () => {
  assert.equal(readable('#b42318', light), '#b42318');
});
