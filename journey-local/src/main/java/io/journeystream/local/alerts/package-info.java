/** Alert rules and when they fire, for people to read. */
package io.journeystream.local.alerts;
