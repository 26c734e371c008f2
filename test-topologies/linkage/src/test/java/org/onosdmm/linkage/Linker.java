/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Resolves what the classes of a bundle refer to, as the JVM does when it runs them (JVMS 5.4.3 and 5.4.4), and says
 * what would fail.
 */
final class Linker {
    private static final String JDK = "java/";
    private static final String CONSTRUCTOR = "<init>";

    private final Universe universe;
    private final Inheritance inheritance;
    private final List<String> problems = new ArrayList<>();

    private Linker(Universe universe) {
        this.universe = universe;
        this.inheritance = new Inheritance(universe);
    }

    /** What does not link; nothing, if all is well. */
    static List<String> problems(Bundle bundle, Universe universe) {
        Linker linker = new Linker(universe);
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(bundle.classes()).entrySet()) {
            linker.link(ClassInfo.read(entry.getValue()), References.of(entry.getValue()));
        }
        return linker.problems;
    }

    private void link(ClassInfo user, References references) {
        List<String> found = new ArrayList<>();
        for (String type : references.types()) {
            linkType(user, type).ifPresent(found::add);
        }
        for (References.Member member : references.members()) {
            if (!member.owner().startsWith(JDK)) {
                linkMember(user, member).ifPresent(found::add);
            }
        }
        try {
            found.addAll(inheritance.problems(user));
            for (References.Lambda lambda : references.lambdas()) {
                found.addAll(inheritance.problems(lambda));
            }
        } catch (Universe.MissingClassException e) {
            found.add("there is no " + e.getMessage());
        }
        found.stream().distinct().forEach(problem ->
                problems.add(ClassInfo.dotted(user.name()) + ": " + problem));
    }

    private Optional<String> linkType(ClassInfo user, String name) {
        Optional<ClassInfo> type = universe.find(name);
        if (type.isEmpty()) {
            return Optional.of("there is no " + ClassInfo.dotted(name));
        }
        boolean accessible = type.get().is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)
                || type.get().packageName().equals(user.packageName());
        return accessible ? Optional.empty() : Optional.of(ClassInfo.dotted(name) + " is not accessible");
    }

    private Optional<String> linkMember(ClassInfo user, References.Member member) {
        Optional<ClassInfo> owner = universe.find(member.owner());
        if (owner.isEmpty()) {
            return Optional.empty(); // reported as a type
        }
        if (!member.isField() && owner.get().isInterface() != member.inInterface()) {
            return Optional.of(ClassInfo.dotted(member.owner())
                    + (member.inInterface() ? " is no longer an interface" : " has become an interface"));
        }
        try {
            Optional<ClassInfo> declaring = declaring(owner.get(), member);
            return declaring.isEmpty() ? Optional.of("there is no " + member)
                    : judge(user, member, declaring.get());
        } catch (Universe.MissingClassException e) {
            return Optional.of(member + " cannot be looked for: there is no " + e.getMessage());
        }
    }

    private Optional<String> judge(ClassInfo user, References.Member member, ClassInfo declaring)
            throws Universe.MissingClassException {
        int flags = flags(declaring, member);
        if (has(flags, Opcodes.ACC_STATIC) != member.isStatic()) {
            return Optional.of(member + (member.isStatic() ? " is no longer static" : " has become static"));
        }
        return isAccessible(user, declaring, flags) ? Optional.empty() : Optional.of(member + " is not accessible");
    }

    private Optional<ClassInfo> declaring(ClassInfo owner, References.Member member)
            throws Universe.MissingClassException {
        for (ClassInfo candidate : universe.lineage(owner)) {
            boolean inherited = !candidate.equals(owner);
            if (declares(candidate, member) && !(inherited && isNeverInherited(candidate, member))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Constructors, and what an interface keeps to itself. */
    private static boolean isNeverInherited(ClassInfo candidate, References.Member member) {
        return member.name().equals(CONSTRUCTOR)
                || candidate.isInterface() && !member.isField()
                && has(flags(candidate, member), Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE);
    }

    private boolean isAccessible(ClassInfo user, ClassInfo declaring, int flags)
            throws Universe.MissingClassException {
        if (has(flags, Opcodes.ACC_PUBLIC)) {
            return true;
        }
        if (has(flags, Opcodes.ACC_PRIVATE)) {
            return user.isNestedWith(declaring);
        }
        return user.packageName().equals(declaring.packageName())
                || has(flags, Opcodes.ACC_PROTECTED) && universe.lineage(user).contains(declaring);
    }

    private static boolean declares(ClassInfo type, References.Member member) {
        return (member.isField() ? type.fields() : type.methods()).containsKey(key(member));
    }

    private static int flags(ClassInfo type, References.Member member) {
        return (member.isField() ? type.fields() : type.methods()).get(key(member));
    }

    private static String key(References.Member member) {
        return member.isField() ? ClassInfo.field(member.name(), member.descriptor())
                : ClassInfo.method(member.name(), member.descriptor());
    }

    private static boolean has(int flags, int wanted) {
        return (flags & wanted) != 0;
    }
}
