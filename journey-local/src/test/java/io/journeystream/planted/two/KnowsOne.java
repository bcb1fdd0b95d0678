package io.journeystream.planted.two;

import io.journeystream.planted.one.KnowsTwo;
import org.jspecify.annotations.Nullable;

public class KnowsOne {
    public @Nullable KnowsTwo one;
}
