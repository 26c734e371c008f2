/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a class promises by extending and implementing: whether its parents still allow it, and ask no more. */
final class Inheritance {
    private static final int NOT_INHERITED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

    private final Universe universe;

    Inheritance(Universe universe) {
        this.universe = universe;
    }

    /** What is wrong with a class's parents. */
    List<String> problems(ClassInfo type) throws Universe.MissingClassException {
        List<String> problems = new ArrayList<>();
        Set<ClassInfo> lineage = universe.lineage(type);
        for (ClassInfo parent : lineage) {
            checkKind(type, parent, problems);
            if (!parent.equals(type) && !parent.isInterface()) {
                checkFinalMethods(type, parent, problems);
            }
        }
        if (!type.isInterface() && !type.is(Opcodes.ACC_ABSTRACT)) {
            for (Method method : unimplemented(lineage)) {
                problems.add("does not implement " + method);
            }
        }
        return problems;
    }

    /** What is wrong with a lambda: its interface asks for more than the one method. */
    List<String> problems(References.Lambda lambda) throws Universe.MissingClassException {
        List<String> problems = new ArrayList<>();
        ClassInfo type = universe.find(lambda.type()).orElse(null);
        if (type != null) {
            for (Method method : unimplemented(universe.lineage(type))) {
                if (!simple(method.signature()).equals(simple(lambda.method()))) {
                    problems.add("a lambda does not implement " + method);
                }
            }
        }
        return problems;
    }

    private static void checkKind(ClassInfo type, ClassInfo parent, List<String> problems) {
        if (parent.name().equals(type.parent())) {
            if (parent.isInterface()) {
                problems.add(name(parent) + " has become an interface, but is extended");
            } else if (parent.is(Opcodes.ACC_FINAL)) {
                problems.add(name(parent) + " has become final, but is extended");
            }
        } else if (type.interfaces().contains(parent.name()) && !parent.isInterface()) {
            problems.add(name(parent) + " is no longer an interface, but is implemented");
        }
    }

    private static void checkFinalMethods(ClassInfo type, ClassInfo parent, List<String> problems) {
        type.methods().forEach((method, flags) -> {
            Integer inherited = parent.methods().get(method);
            if (inherited != null && (inherited & Opcodes.ACC_FINAL) != 0
                    && ((inherited | flags) & NOT_INHERITED) == 0) {
                problems.add("overrides " + new Method(parent, method) + ", which has become final");
            }
        });
    }

    /** The abstract methods of a class's lineage that nothing in it implements. */
    private static Set<Method> unimplemented(Set<ClassInfo> lineage) {
        Set<Method> missing = new LinkedHashSet<>();
        for (ClassInfo type : lineage) {
            for (Map.Entry<String, Integer> method : type.methods().entrySet()) {
                if ((method.getValue() & Opcodes.ACC_ABSTRACT) != 0 && !isImplemented(method.getKey(), lineage)) {
                    missing.add(new Method(type, method.getKey()));
                }
            }
        }
        return missing;
    }

    /** A class's own declaration wins over any of an interface; among interfaces a default method will do. */
    private static boolean isImplemented(String method, Set<ClassInfo> lineage) {
        for (ClassInfo type : lineage) {
            Integer flags = type.methods().get(method);
            if (flags != null && (flags & NOT_INHERITED) == 0) {
                boolean isAbstract = (flags & Opcodes.ACC_ABSTRACT) != 0;
                if (!type.isInterface() || !isAbstract) {
                    return !isAbstract;
                }
            }
        }
        return false;
    }

    private static String name(ClassInfo type) {
        return ClassInfo.dotted(type.name());
    }

    private static String simple(String signature) {
        return signature.substring(0, signature.indexOf('('));
    }

    private record Method(ClassInfo type, String signature) {
        @Override
        public String toString() {
            return name(type) + "." + signature;
        }
    }
}
