package org.gridloom.districts.heping.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A convex piece of land on a plane, in metres.
 *
 * @param ring its corners, the first again at the end
 */
record Plot(List<Coordinate> ring) {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int HALVINGS = 60;

    /** A piece of land, and whose it is. */
    record Owned<T>(T owner, Plot plot) {}

    /** The straight line on which {@code nx·x + ny·y} is {@code distance}. */
    private record Line(double nx, double ny, double distance) {

        double beyond(Coordinate place) {
            return nx * place.x + ny * place.y - distance;
        }

        Line reversed() {
            return new Line(-nx, -ny, -distance);
        }

        Line at(double other) {
            return new Line(nx, ny, other);
        }
    }

    /**
     * Divides the land among owners by straight cuts, to each as much as their weight. Owners that follow each other
     * become neighbours, the first in the north.
     */
    <T> List<Owned<T>> among(List<T> owners, ToDoubleFunction<T> weight, Dice dice) {
        if (owners.size() == 1) {
            return List.of(new Owned<>(owners.get(0), this));
        }
        double all = owners.stream().mapToDouble(weight).sum();
        int half = 0;
        double part = 0;
        while (half < owners.size() - 1 && (half == 0 || part + weight.applyAsDouble(owners.get(half)) <= all / 2)) {
            part += weight.applyAsDouble(owners.get(half++));
        }
        Line cut = cut(part / all, dice);
        List<Owned<T>> divided = new ArrayList<>();
        divided.addAll(onThisSideOf(cut.reversed()).among(owners.subList(0, half), weight, dice));
        divided.addAll(onThisSideOf(cut).among(owners.subList(half, owners.size()), weight, dice));
        return divided;
    }

    /** A cut across the longer side, not quite square to it, beyond which the share lies. */
    private Line cut(double share, Dice dice) {
        Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(polygon()).getCoordinates();
        boolean isFirstLonger = box[0].distance(box[1]) >= box[1].distance(box[2]);
        Coordinate from = isFirstLonger ? box[0] : box[1];
        Coordinate to = isFirstLonger ? box[1] : box[2];
        double angle = StrictMath.atan2(to.y - from.y, to.x - from.x) + StrictMath.toRadians(dice.between(-7, 7));
        if (StrictMath.sin(angle) < 0) {
            angle += StrictMath.PI;
        }
        Line line = new Line(StrictMath.cos(angle), StrictMath.sin(angle), 0);
        double least = ring.stream().mapToDouble(line::beyond).min().orElseThrow();
        double most = ring.stream().mapToDouble(line::beyond).max().orElseThrow();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            boolean isTooMuch = onThisSideOf(line.at(middle).reversed()).area() > share * area();
            least = isTooMuch ? middle : least;
            most = isTooMuch ? most : middle;
        }
        return line.at((least + most) / 2);
    }

    private Plot onThisSideOf(Line line) {
        List<Coordinate> part = new ArrayList<>();
        for (int i = 0; i < ring.size() - 1; i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get(i + 1);
            double beyondA = line.beyond(a);
            double beyondB = line.beyond(b);
            if (beyondA <= 0) {
                part.add(a);
            }
            if (beyondA < 0 && beyondB > 0 || beyondA > 0 && beyondB < 0) {
                double at = beyondA / (beyondA - beyondB);
                part.add(new Coordinate(a.x + at * (b.x - a.x), a.y + at * (b.y - a.y)));
            }
        }
        part.add(part.get(0));
        return new Plot(part);
    }

    private double area() {
        return Area.ofRing(ring.toArray(Coordinate[]::new));
    }

    Polygon polygon() {
        return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
