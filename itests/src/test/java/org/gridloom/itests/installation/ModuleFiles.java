package org.gridloom.itests.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Signer;
import org.gridloom.itests.harness.SnowVersions;

/**
 * Two versions of training and of the vendor's module as files; the later ones have a column, an endpoint and a changed
 * page. The operator trusts who signed them.
 */
record ModuleFiles(Path training, Path laterTraining, Path snow, Path laterSnow) {

    static final String TRAINING = "0.1.1";
    static final String LATER_TRAINING = "0.1.2";
    static final String SNOW = "1.0.0";
    static final String LATER_SNOW = "1.1.0";

    static ModuleFiles of(Installation installation, Path folder) {
        LaterVersions versions = new LaterVersions(installation, folder);
        Signer vendor = new Signer(folder, "vendor");
        try {
            Path signers = installation.gridloom().data().resolve("signers");
            Files.copy(vendor.certificate(), Files.createDirectories(signers).resolve("vendor.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModuleFiles(
                vendor.sign(versions.training(TRAINING)),
                vendor.sign(versions.trainingWithTutors(LATER_TRAINING)),
                vendor.sign(SnowVersions.FIRST),
                vendor.sign(SnowVersions.withColours(folder, LATER_SNOW)));
    }
}
