package org.gridloom.platform.rest.internal.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class FigureProvidersTest {

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private final BundleContext context = mock(BundleContext.class);
    private final Bundle module = mock(Bundle.class);
    private final Units units = new Units();
    private final FigureProviders providers = new FigureProviders(context, units, DB.platform(), DB.clock());

    FigureProvidersTest() {
        when(module.getSymbolicName()).thenReturn("com.example.points");
        when(module.getState()).thenReturn(Bundle.ACTIVE);
        Optional<UnitRef> district = Optional.of(new UnitRef("210102", "和平区", "district"));
        UnitDirectory directory = mock(UnitDirectory.class);
        when(directory.root()).thenReturn(district);
        when(directory.find("210102", LocalDate.now(DB.clock()))).thenReturn(district);
        units.directory = directory;
    }

    @Test
    void figuresAreOfferedOnceTheyHaveBeenComputed() {
        List<List<String>> seen = new ArrayList<>();
        FigureProvider provider = asked(() -> {
            seen.add(List.copyOf(providers.coming()));
            assertThat(providers.all()).isEmpty();
            return List.of();
        });

        providers.add(reference(provider));

        assertThat(seen).containsExactly(List.of("com.example.points"));
        assertThat(providers.all()).containsExactly(provider);
        assertThat(providers.coming()).isEmpty();
    }

    @Test
    void figuresThatCannotBeComputedYetAreOfferedAllTheSame() {
        FigureProvider provider = asked(() -> {
            throw new IllegalStateException("no table");
        });

        providers.add(reference(provider));

        assertThat(providers.all()).containsExactly(provider);
        assertThat(providers.coming()).isEmpty();
    }

    @Test
    void figuresOfAModuleThatGoesWhileTheyAreComputedAreNeverOffered() {
        List<ServiceReference<FigureProvider>> gone = new ArrayList<>();
        ServiceReference<FigureProvider> reference = reference(asked(() -> {
            providers.remove(gone.get(0));
            return List.of();
        }));
        gone.add(reference);

        providers.add(reference);

        assertThat(providers.all()).isEmpty();
        assertThat(providers.coming()).isEmpty();
    }

    @Test
    void aProviderThatCannotBeMadeIsWaitedForNoLonger() {
        providers.add(reference(null));

        assertThat(providers.all()).isEmpty();
        assertThat(providers.coming()).isEmpty();
    }

    @Test
    void figuresOfAModuleThatStopsAreGoneBeforeTheyAreTakenBack() {
        FigureProvider provider = asked(List::of);
        ServiceReference<FigureProvider> reference = reference(provider);
        providers.add(reference);
        assertThat(providers.isThere(provider)).isTrue();

        when(module.getState()).thenReturn(Bundle.STOPPING);
        assertThat(providers.isThere(provider)).isFalse();

        when(module.getState()).thenReturn(Bundle.ACTIVE);
        providers.remove(reference);
        assertThat(providers.isThere(provider)).isFalse();
        assertThat(providers.all()).isEmpty();
    }

    private ServiceReference<FigureProvider> reference(FigureProvider provider) {
        return reference(context, module, provider);
    }

    @SuppressWarnings("unchecked")
    static ServiceReference<FigureProvider> reference(BundleContext context, Bundle module, FigureProvider provider) {
        ServiceReference<FigureProvider> reference = mock(ServiceReference.class);
        when(reference.getBundle()).thenReturn(module);
        when(context.getService(reference)).thenReturn(provider);
        return reference;
    }

    private static FigureProvider asked(Supplier<List<Figure>> figures) {
        return new FigureProvider() {
            @Override
            public List<FigureDefinition> definitions() {
                Text text = Text.of("数", "Count");
                return List.of(new FigureDefinition("points.count", text, text, text, "points.view"));
            }

            @Override
            public List<Figure> figures(FigureQuery query) {
                return figures.get();
            }
        };
    }
}
