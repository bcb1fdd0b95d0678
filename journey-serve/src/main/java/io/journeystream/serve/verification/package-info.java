/** Computes again from the input topics what streams has published, and tells where the two differ. */
package io.journeystream.serve.verification;
