/** Health cells and the journey map, for people and scripts to read. */
package io.journeystream.local.health;
