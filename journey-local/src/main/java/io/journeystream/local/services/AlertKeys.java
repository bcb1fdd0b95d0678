package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Kinds;
import io.journeystream.runtime.configuration.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of how alerts reach people. */
public final class AlertKeys {
    public static final Setting<Boolean> PRIVATE_TARGETS = new Setting<>(
            "alerts.private-targets",
            Kinds.yesOrNo(),
            "false",
            "Whether notices may be sent to this machine and to private networks, as an Alertmanager or mail server of"
                    + " one's own needs.");

    public static final Setting<Path> SECRETS = Setting.of(
            "alerts.secrets",
            Kinds.path("a directory"),
            "Directory below which files with secrets of targets lie; without it only variables of the environment that"
                    + " begin with ALERT_ are read.");

    public static final Setting<Duration> PATIENCE = new Setting<>(
            "alerts.patience",
            Kinds.duration(Duration.ZERO, Duration.ofHours(1)),
            "15s",
            "How long health may hold back what it has read (differences, and then cells) before rules are asked about an"
                    + " hour; that stitching and health have read all of it is waited for besides.");

    /** In the order of the reference. */
    public static final List<Setting<?>> ALL = List.of(PRIVATE_TARGETS, SECRETS, PATIENCE);

    private AlertKeys() {}
}
