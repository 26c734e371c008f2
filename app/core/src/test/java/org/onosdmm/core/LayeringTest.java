/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.config.Config;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.host.HostProvider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The layers of the core: pure code knows no ONOS service and no OSGi; all of that is in {@code onos}. */
class LayeringTest {
    private static final String CORE = "org.onosdmm.core";
    private static final String ONOS_SIDE = CORE + ".onos..";
    private static final DescribedPredicate<JavaClass> PURE = resideOutsideOfPackage(ONOS_SIDE);
    private static final int MAX_REFERENCES = 7;

    private static JavaClasses core;

    @BeforeAll
    static void readTheCore() {
        core = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CORE);
    }

    @Test
    void pureCodeKnowsNoOnosService() {
        knowsNoOnosService(PURE).check(core);
    }

    @Test
    void pureCodeKnowsNoOsgi() {
        knowsNo("org.osgi..", PURE).check(core);
    }

    @Test
    void pureCodeKnowsNotTheOnosSide() {
        knowsNo(ONOS_SIDE, PURE).check(core);
    }

    @Test
    void onlyTheOnosSideReadsOnosConfiguration() {
        knowsNo("org.onosproject.net.config..", PURE).check(core);
    }

    @Test
    void packagesHaveNoCycles() {
        noCyclesIn(CORE).check(core);
        noCyclesIn(CORE + ".onos").check(core);
    }

    @Test
    void componentsAreSmall() {
        haveFewReferences().check(core);
    }

    private static ArchRule knowsNoOnosService(DescribedPredicate<JavaClass> who) {
        return noClasses().that(who)
                .should().dependOnClassesThat(areOnosServices())
                .allowEmptyShould(true);
    }

    private static ArchRule knowsNo(String forbidden, DescribedPredicate<JavaClass> who) {
        return noClasses().that(who)
                .should().dependOnClassesThat().resideInAPackage(forbidden)
                .allowEmptyShould(true);
    }

    private static ArchRule noCyclesIn(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule haveFewReferences() {
        return classes().that().areAnnotatedWith(Component.class)
                .should(new ArchCondition<>("have at most " + MAX_REFERENCES + " references") {
                    @Override
                    public void check(JavaClass component, ConditionEvents events) {
                        long count = references(component);
                        events.add(new SimpleConditionEvent(component, count <= MAX_REFERENCES,
                                component.getName() + " has " + count + " references"));
                    }
                })
                .allowEmptyShould(true);
    }

    /** References are injected into fields, through bind methods, or by a constructor's parameters. */
    private static long references(JavaClass component) {
        Stream<CanBeAnnotated> members = component.getAllMembers().stream().map(member -> member);
        Stream<CanBeAnnotated> parameters = component.getConstructors().stream()
                .map(JavaCodeUnit::getParameters).flatMap(list -> list.stream().map(parameter -> parameter));
        return Stream.concat(members, parameters).filter(place -> place.isAnnotatedWith(Reference.class)).count();
    }

    /** Values such as a device id, a selector or a rule may go anywhere; what acts on the network may not. */
    private static DescribedPredicate<JavaClass> areOnosServices() {
        return resideInAPackage("org.onosproject..").and(describe("are services, registries, stores or providers",
                type -> Stream.of("Service", "Registry", "Store", "Provider")
                        .anyMatch(type.getSimpleName()::endsWith)));
    }

    /** Each rule must be able to fail: these samples break them. */
    @Nested
    class Rules {
        private final DescribedPredicate<JavaClass> samples = resideInAPackage(CORE);

        @Test
        void findServicesAndProviders() {
            assertFalse(passes(knowsNoOnosService(samples), UsesService.class));
            assertFalse(passes(knowsNoOnosService(samples), UsesProvider.class));
            assertTrue(passes(knowsNoOnosService(samples), UsesValues.class));
        }

        @Test
        void findOsgi() {
            assertFalse(passes(knowsNo("org.osgi..", samples), EightReferences.class));
            assertTrue(passes(knowsNo("org.osgi..", samples), UsesService.class));
        }

        @Test
        void findConfiguration() {
            assertFalse(passes(knowsNo("org.onosproject.net.config..", samples), ReadsConfig.class));
        }

        @Test
        void findCycles() {
            JavaClasses channelsAndFiles = new ClassFileImporter()
                    .importClasses(FileChannel.class, SeekableByteChannel.class, Files.class, Path.class);
            assertTrue(noCyclesIn("java.nio").evaluate(channelsAndFiles).hasViolation());
        }

        @Test
        void countReferences() {
            assertFalse(passes(haveFewReferences(), EightReferences.class));
            assertTrue(passes(haveFewReferences(), SevenReferences.class));
        }

        private boolean passes(ArchRule rule, Class<?>... samples) {
            return !rule.evaluate(new ClassFileImporter().importClasses(Arrays.asList(samples))).hasViolation();
        }
    }

    private abstract static class UsesService {
        abstract void use(FlowRuleService service);
    }

    private abstract static class UsesProvider {
        abstract HostProvider provider();
    }

    private abstract static class UsesValues {
        abstract TrafficSelector select(DeviceId device);
    }

    private static class ReadsConfig extends Config<DeviceId> {
    }

    @Component
    private static class SevenReferences {
        @Reference
        DeviceService one;
        @Reference
        DeviceService two;
        @Reference
        DeviceService three;
        @Reference
        DeviceService four;
        @Reference
        DeviceService five;

        SevenReferences(@Reference DeviceService six) {
        }

        @Reference
        void seven(DeviceService service) {
        }
    }

    @Component
    private static class EightReferences extends SevenReferences {
        @Reference
        DeviceService eight;

        EightReferences(@Reference DeviceService six) {
            super(six);
        }
    }
}
