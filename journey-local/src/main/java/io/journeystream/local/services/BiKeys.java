package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Settings of the star in PostgreSQL. */
public final class BiKeys {
    public static final Setting<String> JDBC_URL = Setting.of(
            "bi.jdbc-url",
            Kinds.text(
                    "jdbc:postgresql://host:port/database, without a password, which belongs into bi.password-file",
                    Pattern.compile("jdbc:postgresql:(?!.*(?i:[?&]password=)).+", Pattern.DOTALL)),
            "PostgreSQL, 15 or newer, that holds the star, without a password; without this one is started beside, on this"
                    + " machine only.");

    public static final Setting<String> USER = Setting.of(
            "bi.user",
            Kinds.text("the name of a role"),
            "Role that owns the schemas bi and bi_v1, or may create them.");

    public static final Setting<String> PASSWORD =
            Setting.of("bi.password", Kinds.secret("a password"), "Password of bi.user.");

    public static final Setting<Boolean> MIGRATE = new Setting<>(
            "bi.migrate",
            Kinds.yesOrNo(),
            "true",
            "Whether schemas, roles and views are made and brought up to date; with false they are only checked.");

    public static final Setting<Path> DATA = new Setting<>(
            "bi.data",
            Kinds.path("a directory"),
            "data/bi",
            "Where the PostgreSQL that is started beside keeps its data and its password.");

    public static final Setting<Long> PORT = new Setting<>(
            "bi.port",
            Kinds.wholeNumber(0, 65_535),
            "0",
            "Port of the PostgreSQL that is started beside; 0 for a free one.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(JDBC_URL, USER, PASSWORD, MIGRATE, DATA, PORT);

    private BiKeys() {}
}
