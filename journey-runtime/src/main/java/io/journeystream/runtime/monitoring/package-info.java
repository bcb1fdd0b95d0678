/** What a running service tells of itself: health and metrics. */
package io.journeystream.runtime.monitoring;
