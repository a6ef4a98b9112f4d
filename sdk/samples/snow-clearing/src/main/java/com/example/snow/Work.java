package com.example.snow;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** What a call-out took. */
public record Work(
        @Schema(example = "3.5") @NotNull @DecimalMin("0.25") @Digits(integer = 4, fraction = 2) BigDecimal hours) {}
