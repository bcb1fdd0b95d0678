/** Health cells and the journey map as streams has published them, for those who read figures. */
package io.journeystream.serve.health;
