/** Settings of a process: where they come from, which of them win, and what is refused. */
package io.journeystream.runtime.configuration;
