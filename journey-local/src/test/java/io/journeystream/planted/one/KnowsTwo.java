package io.journeystream.planted.one;

import io.journeystream.planted.two.KnowsOne;
import org.jspecify.annotations.Nullable;

public class KnowsTwo {
    public @Nullable KnowsOne two;
}
