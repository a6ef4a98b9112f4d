package org.gridloom.districts.heping.generator;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.districts.heping.generator.Territory.Community;
import org.gridloom.districts.heping.generator.Territory.Grid;
import org.gridloom.districts.heping.generator.Territory.Street;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Invented outlines of the district, its streets, communities and grids. Of the real ones they have only where the
 * district lies and how large it is. A plane is cut up among the grids; where edges meet, all who share them get the
 * corner; the plane is bent a little, and what belongs together is put together again. So subunits cover their unit
 * exactly, to the last digit.
 */
final class Outlines {

    private static final Coordinate CENTRE = new Coordinate(123.40, 41.765);
    private static final double METRES_A_DEGREE = 111_195;
    private static final double HALF_WIDTH = 3_060;
    private static final double HALF_HEIGHT = 5_680;
    private static final double ROUNDNESS = 2.6;
    private static final int CORNERS = 28;
    private static final double STEP = 120;
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
    private static final PrecisionModel MILLIONTHS = new PrecisionModel(1_000_000);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Map<String, Polygon> byCode = new LinkedHashMap<>();

    private Outlines(Territory territory) {
        List<Plot.Owned<Grid>> plots = plots(territory);
        Map<String, Polygon> grids = grids(plots);
        byCode.put(territory.district().code(), together(grids.values()));
        for (Street street : territory.streets()) {
            byCode.put(street.unit().code(), together(within(street.unit(), grids)));
            for (Community community : street.communities()) {
                byCode.put(community.unit().code(), together(within(community.unit(), grids)));
            }
        }
        byCode.putAll(grids);
    }

    /** By code, each unit after the one above it. */
    static Map<String, Polygon> of(Territory territory) {
        return new Outlines(territory).byCode;
    }

    private static Collection<Polygon> within(Unit unit, Map<String, Polygon> grids) {
        return grids.entrySet().stream()
                .filter(grid -> grid.getKey().startsWith(unit.code()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Polygon together(Collection<Polygon> parts) {
        Polygon outline = (Polygon) CoverageUnion.union(GEOMETRIES.buildGeometry(parts));
        outline.normalize();
        return outline;
    }

    private static List<Plot.Owned<Grid>> plots(Territory territory) {
        Dice dice = Dice.of("outlines", territory.district().code());
        return whole().among(territory.streets(), Outlines::weight, dice).stream()
                .flatMap(street -> street
                        .plot()
                        .among(
                                street.owner().communities(),
                                Outlines::weight,
                                Dice.of("outlines", street.owner().unit().code()))
                        .stream())
                .flatMap(community -> community
                        .plot()
                        .among(
                                community.owner().grids(),
                                grid -> weight(community.owner(), grid),
                                Dice.of("outlines", community.owner().unit().code()))
                        .stream())
                .toList();
    }

    /** The district before it is bent: something between an ellipse and a rectangle. */
    private static Plot whole() {
        List<Coordinate> corners = IntStream.rangeClosed(0, CORNERS)
                .mapToObj(i -> 2 * StrictMath.PI * (i % CORNERS) / CORNERS)
                .map(angle -> new Coordinate(
                        HALF_WIDTH * rounded(StrictMath.cos(angle)), HALF_HEIGHT * rounded(StrictMath.sin(angle))))
                .toList();
        return new Plot(corners);
    }

    private static double rounded(double part) {
        return StrictMath.signum(part) * StrictMath.pow(StrictMath.abs(part), 2 / ROUNDNESS);
    }

    private static double weight(Street street) {
        return street.communities().stream().mapToDouble(Outlines::weight).sum();
    }

    private static double weight(Community community) {
        return community.grids().stream()
                .mapToDouble(grid -> weight(community, grid))
                .sum();
    }

    /** Villages are wide. */
    private static double weight(Community community, Grid grid) {
        return Dice.of("outline", grid.unit().code()).between(60, 140) * (community.isVillage() ? 4 : 1);
    }

    private static Map<String, Polygon> grids(List<Plot.Owned<Grid>> plots) {
        STRtree faces = new STRtree();
        faces(plots).forEach(face -> faces.insert(face.getEnvelopeInternal(), face));
        Map<String, Polygon> grids = new LinkedHashMap<>();
        for (Plot.Owned<Grid> plot : plots) {
            Geometry inside = plot.plot().polygon().getInteriorPoint();
            @SuppressWarnings("unchecked")
            List<Polygon> near = faces.query(inside.getEnvelopeInternal());
            Polygon own = near.stream()
                    .filter(face -> face.contains(inside))
                    .findFirst()
                    .orElseThrow();
            grids.put(plot.owner().unit().code(), onTheGlobe(own));
        }
        return grids;
    }

    /** The plots anew, from edges that end wherever another meets them. */
    @SuppressWarnings("unchecked")
    private static Collection<Polygon> faces(List<Plot.Owned<Grid>> plots) {
        Geometry edges = GEOMETRIES.buildGeometry(plots.stream()
                .map(plot -> plot.plot().polygon().getExteriorRing())
                .toList());
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(Densifier.densify(UnaryUnionNG.union(edges, CENTIMETRES), STEP));
        Collection<Polygon> faces = polygonizer.getPolygons();
        if (faces.size() != plots.size()) {
            throw new IllegalStateException(plots.size() + " plots became " + faces.size() + " faces");
        }
        return faces;
    }

    /** Without the corners that fall together there: which of the two an outline begins at would be anybody's guess. */
    private static Polygon onTheGlobe(Polygon face) {
        Coordinate[] corners = Arrays.stream(face.getExteriorRing().getCoordinates())
                .map(Outlines::onTheGlobe)
                .toArray(Coordinate[]::new);
        Polygon outline = GEOMETRIES.createPolygon(CoordinateArrays.removeRepeatedPoints(corners));
        outline.normalize();
        return outline;
    }

    /** A plane, a little bent. */
    private static Coordinate onTheGlobe(Coordinate place) {
        double x = place.x + 260 * wave(place.y / 5_200 + 0.1) + 45 * wave((place.y + 0.4 * place.x) / 1_500 + 0.35);
        double y = place.y + 180 * wave(place.x / 4_100 + 0.2) + 40 * wave((place.x - 0.3 * place.y) / 1_300 + 0.1);
        double parallel = METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(CENTRE.y));
        Coordinate globe = new Coordinate(CENTRE.x + x / parallel, CENTRE.y + y / METRES_A_DEGREE);
        MILLIONTHS.makePrecise(globe);
        return globe;
    }

    private static double wave(double turns) {
        return StrictMath.sin(2 * StrictMath.PI * turns);
    }
}
