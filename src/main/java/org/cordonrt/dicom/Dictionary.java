package org.cordonrt.dicom;

import java.util.Arrays;

/**
 * Keyword and value representation of the attributes Cordon meets in RT objects, after PS3.6 section 6. It decides how
 * values are read where a file does not say: implicit VR, and values written as UN.
 */
final class Dictionary {
    private static final int[] TAGS;
    private static final Vr[] VRS;
    private static final String[] KEYWORDS;

    private Dictionary() {}

    /** The keyword, or an empty string for an attribute that is not listed. */
    static String keyword(int tag) {
        int row = Arrays.binarySearch(TAGS, tag);
        return row < 0 ? "" : KEYWORDS[row];
    }

    /** The value representation; UN for an attribute that is not listed. */
    static Vr vr(int tag) {
        int row = Arrays.binarySearch(TAGS, tag);
        if (row >= 0) {
            return VRS[row];
        }
        int element = tag & 0xFFFF;
        if (element == 0) {
            return Vr.UL; // group length
        }
        boolean privateCreator = (tag & 0x10000) != 0 && element >= 0x10 && element <= 0xFF;
        return privateCreator ? Vr.LO : Vr.UN;
    }

    // Ordered by tag as an unsigned number.
    private static final String ROWS = """
            00020000 UL FileMetaInformationGroupLength
            00020001 OB FileMetaInformationVersion
            00020002 UI MediaStorageSOPClassUID
            00020003 UI MediaStorageSOPInstanceUID
            00020010 UI TransferSyntaxUID
            00020012 UI ImplementationClassUID
            00020013 SH ImplementationVersionName
            00020016 AE SourceApplicationEntityTitle
            00020100 UI PrivateInformationCreatorUID
            00020102 OB PrivateInformation
            00080005 CS SpecificCharacterSet
            00080006 SQ LanguageCodeSequence
            00080008 CS ImageType
            00080012 DA InstanceCreationDate
            00080013 TM InstanceCreationTime
            00080014 UI InstanceCreatorUID
            00080015 DT InstanceCoercionDateTime
            00080016 UI SOPClassUID
            00080018 UI SOPInstanceUID
            00080020 DA StudyDate
            00080021 DA SeriesDate
            00080022 DA AcquisitionDate
            00080023 DA ContentDate
            00080030 TM StudyTime
            00080031 TM SeriesTime
            00080032 TM AcquisitionTime
            00080033 TM ContentTime
            00080050 SH AccessionNumber
            00080052 CS QueryRetrieveLevel
            00080060 CS Modality
            00080064 CS ConversionType
            00080070 LO Manufacturer
            00080080 LO InstitutionName
            00080081 ST InstitutionAddress
            00080082 SQ InstitutionCodeSequence
            00080090 PN ReferringPhysicianName
            00080100 SH CodeValue
            00080102 SH CodingSchemeDesignator
            00080103 SH CodingSchemeVersion
            00080104 LO CodeMeaning
            00080105 CS MappingResource
            00080106 DT ContextGroupVersion
            0008010F CS ContextIdentifier
            00080117 UI ContextUID
            00080119 UC LongCodeValue
            00080120 UR URNCodeValue
            00080201 SH TimezoneOffsetFromUTC
            00080221 CS EquipmentModality
            00081010 SH StationName
            00081030 LO StudyDescription
            00081032 SQ ProcedureCodeSequence
            0008103E LO SeriesDescription
            00081040 LO InstitutionalDepartmentName
            00081041 SQ InstitutionalDepartmentTypeCodeSequence
            00081048 PN PhysiciansOfRecord
            00081070 PN OperatorsName
            00081072 SQ OperatorIdentificationSequence
            00081090 LO ManufacturerModelName
            00081110 SQ ReferencedStudySequence
            00081111 SQ ReferencedPerformedProcedureStepSequence
            00081115 SQ ReferencedSeriesSequence
            00081120 SQ ReferencedPatientSequence
            00081140 SQ ReferencedImageSequence
            0008114A SQ ReferencedInstanceSequence
            00081150 UI ReferencedSOPClassUID
            00081155 UI ReferencedSOPInstanceUID
            00081160 IS ReferencedFrameNumber
            00082111 ST DerivationDescription
            00082112 SQ SourceImageSequence
            00089215 SQ DerivationCodeSequence
            00100010 PN PatientName
            00100020 LO PatientID
            00100021 LO IssuerOfPatientID
            00100030 DA PatientBirthDate
            00100032 TM PatientBirthTime
            00100040 CS PatientSex
            00101000 LO OtherPatientIDs
            00101001 PN OtherPatientNames
            00101002 SQ OtherPatientIDsSequence
            00101010 AS PatientAge
            00101020 DS PatientSize
            00101030 DS PatientWeight
            00102000 LO MedicalAlerts
            00102160 SH EthnicGroup
            001021B0 LT AdditionalPatientHistory
            001021C0 US PregnancyStatus
            00104000 LT PatientComments
            00120062 CS PatientIdentityRemoved
            00120063 LO DeidentificationMethod
            00120064 SQ DeidentificationMethodCodeSequence
            00180015 CS BodyPartExamined
            00180050 DS SliceThickness
            00180060 DS KVP
            00180088 DS SpacingBetweenSlices
            00181000 LO DeviceSerialNumber
            00181020 LO SoftwareVersions
            00181030 LO ProtocolName
            00181200 DA DateOfLastCalibration
            00181201 TM TimeOfLastCalibration
            00185100 CS PatientPosition
            0018A001 SQ ContributingEquipmentSequence
            0020000D UI StudyInstanceUID
            0020000E UI SeriesInstanceUID
            00200010 SH StudyID
            00200011 IS SeriesNumber
            00200012 IS AcquisitionNumber
            00200013 IS InstanceNumber
            00200020 CS PatientOrientation
            00200032 DS ImagePositionPatient
            00200037 DS ImageOrientationPatient
            00200052 UI FrameOfReferenceUID
            00200060 CS Laterality
            00200100 IS TemporalPositionIdentifier
            00201002 IS ImagesInAcquisition
            00201040 LO PositionReferenceIndicator
            00201041 DS SliceLocation
            00204000 LT ImageComments
            00280002 US SamplesPerPixel
            00280004 CS PhotometricInterpretation
            00280006 US PlanarConfiguration
            00280008 IS NumberOfFrames
            00280009 AT FrameIncrementPointer
            00280010 US Rows
            00280011 US Columns
            00280030 DS PixelSpacing
            00280034 IS PixelAspectRatio
            00280100 US BitsAllocated
            00280101 US BitsStored
            00280102 US HighBit
            00280103 US PixelRepresentation
            00280106 US SmallestImagePixelValue
            00280107 US LargestImagePixelValue
            00280120 US PixelPaddingValue
            00281050 DS WindowCenter
            00281051 DS WindowWidth
            00281052 DS RescaleIntercept
            00281053 DS RescaleSlope
            00281054 LO RescaleType
            00282110 CS LossyImageCompression
            00283000 SQ ModalityLUTSequence
            00283002 US LUTDescriptor
            00283010 SQ VOILUTSequence
            00287FE0 UR PixelDataProviderURL
            00400009 SH ScheduledProcedureStepID
            00400244 DA PerformedProcedureStepStartDate
            00400245 TM PerformedProcedureStepStartTime
            00400253 SH PerformedProcedureStepID
            00400254 LO PerformedProcedureStepDescription
            00400275 SQ RequestAttributesSequence
            00401001 SH RequestedProcedureID
            00401101 SQ PersonIdentificationCodeSequence
            0040A170 SQ PurposeOfReferenceCodeSequence
            00700001 SQ GraphicAnnotationSequence
            00700080 CS ContentLabel
            00700084 PN ContentCreatorName
            00700308 SQ RegistrationSequence
            00700309 SQ MatrixRegistrationSequence
            0070030A SQ MatrixSequence
            0070030C CS FrameOfReferenceTransformationMatrixType
            0070030D SQ RegistrationTypeCodeSequence
            00880200 SQ IconImageSequence
            04000500 SQ EncryptedAttributesSequence
            04000550 SQ ModifiedAttributesSequence
            04000561 SQ OriginalAttributesSequence
            30040001 CS DVHType
            30040002 CS DoseUnits
            30040004 CS DoseType
            30040005 CS SpatialTransformOfDose
            30040006 LO DoseComment
            30040008 DS NormalizationPoint
            3004000A CS DoseSummationType
            3004000C DS GridFrameOffsetVector
            3004000E DS DoseGridScaling
            30040010 SQ RTDoseROISequence
            30040012 DS DoseValue
            30040014 CS TissueHeterogeneityCorrection
            30040040 DS DVHNormalizationPoint
            30040042 DS DVHNormalizationDoseValue
            30040050 SQ DVHSequence
            30040052 DS DVHDoseScaling
            30040054 CS DVHVolumeUnits
            30040056 IS DVHNumberOfBins
            30040058 DS DVHData
            30040060 SQ DVHReferencedROISequence
            30040062 CS DVHROIContributionType
            30040070 DS DVHMinimumDose
            30040072 DS DVHMaximumDose
            30040074 DS DVHMeanDose
            30060002 SH StructureSetLabel
            30060004 LO StructureSetName
            30060006 ST StructureSetDescription
            30060008 DA StructureSetDate
            30060009 TM StructureSetTime
            30060010 SQ ReferencedFrameOfReferenceSequence
            30060012 SQ RTReferencedStudySequence
            30060014 SQ RTReferencedSeriesSequence
            30060016 SQ ContourImageSequence
            30060018 SQ PredecessorStructureSetSequence
            30060020 SQ StructureSetROISequence
            30060022 IS ROINumber
            30060024 UI ReferencedFrameOfReferenceUID
            30060026 LO ROIName
            30060028 ST ROIDescription
            3006002A IS ROIDisplayColor
            3006002C DS ROIVolume
            30060030 SQ RTRelatedROISequence
            30060033 CS RTROIRelationship
            30060036 CS ROIGenerationAlgorithm
            30060037 SQ ROIDerivationAlgorithmIdentificationSequence
            30060038 LO ROIGenerationDescription
            30060039 SQ ROIContourSequence
            30060040 SQ ContourSequence
            30060042 CS ContourGeometricType
            30060044 DS ContourSlabThickness
            30060045 DS ContourOffsetVector
            30060046 IS NumberOfContourPoints
            30060048 IS ContourNumber
            30060049 IS AttachedContours
            3006004A SQ SourcePixelPlanesCharacteristicsSequence
            30060050 DS ContourData
            30060080 SQ RTROIObservationsSequence
            30060082 IS ObservationNumber
            30060084 IS ReferencedROINumber
            30060085 SH ROIObservationLabel
            30060086 SQ RTROIIdentificationCodeSequence
            30060088 ST ROIObservationDescription
            300600A0 SQ RelatedRTROIObservationsSequence
            300600A4 CS RTROIInterpretedType
            300600A6 PN ROIInterpreter
            300600B0 SQ ROIPhysicalPropertiesSequence
            300600B2 CS ROIPhysicalProperty
            300600B4 DS ROIPhysicalPropertyValue
            300600B6 SQ ROIElementalCompositionSequence
            300600B7 US ROIElementalCompositionAtomicNumber
            300600B8 FL ROIElementalCompositionAtomicMassFraction
            300600B9 SQ AdditionalRTROIIdentificationCodeSequence
            300600C0 SQ FrameOfReferenceRelationshipSequence
            300600C2 UI RelatedFrameOfReferenceUID
            300600C4 CS FrameOfReferenceTransformationType
            300600C6 DS FrameOfReferenceTransformationMatrix
            300600C8 LO FrameOfReferenceTransformationComment
            300600C9 SQ PatientLocationCoordinatesSequence
            30080030 SQ ReferencedTreatmentRecordSequence
            300A0002 SH RTPlanLabel
            300A0003 LO RTPlanName
            300A0004 ST RTPlanDescription
            300A0006 DA RTPlanDate
            300A0007 TM RTPlanTime
            300A0009 LO TreatmentProtocols
            300A000A CS PlanIntent
            300A000B LO TreatmentSites
            300A000C CS RTPlanGeometry
            300A000E ST PrescriptionDescription
            300A0010 SQ DoseReferenceSequence
            300A0012 IS DoseReferenceNumber
            300A0013 UI DoseReferenceUID
            300A0014 CS DoseReferenceStructureType
            300A0016 LO DoseReferenceDescription
            300A0018 DS DoseReferencePointCoordinates
            300A001A DS NominalPriorDose
            300A0020 CS DoseReferenceType
            300A0021 DS ConstraintWeight
            300A0022 DS DeliveryWarningDose
            300A0023 DS DeliveryMaximumDose
            300A0025 DS TargetMinimumDose
            300A0026 DS TargetPrescriptionDose
            300A0027 DS TargetMaximumDose
            300A0028 DS TargetUnderdoseVolumeFraction
            300A002A DS OrganAtRiskFullVolumeDose
            300A002B DS OrganAtRiskLimitDose
            300A002C DS OrganAtRiskMaximumDose
            300A002D DS OrganAtRiskOverdoseVolumeFraction
            300A0040 SQ ToleranceTableSequence
            300A0042 IS ToleranceTableNumber
            300A0043 SH ToleranceTableLabel
            300A0044 DS GantryAngleTolerance
            300A0046 DS BeamLimitingDeviceAngleTolerance
            300A0048 SQ BeamLimitingDeviceToleranceSequence
            300A004A DS BeamLimitingDevicePositionTolerance
            300A004B FL SnoutPositionTolerance
            300A004C DS PatientSupportAngleTolerance
            300A004E DS TableTopEccentricAngleTolerance
            300A004F FL TableTopPitchAngleTolerance
            300A0050 FL TableTopRollAngleTolerance
            300A0051 DS TableTopVerticalPositionTolerance
            300A0052 DS TableTopLongitudinalPositionTolerance
            300A0053 DS TableTopLateralPositionTolerance
            300A0055 CS RTPlanRelationship
            300A0070 SQ FractionGroupSequence
            300A0071 IS FractionGroupNumber
            300A0072 LO FractionGroupDescription
            300A0078 IS NumberOfFractionsPlanned
            300A0079 IS NumberOfFractionPatternDigitsPerDay
            300A007A IS RepeatFractionCycleLength
            300A007B LT FractionPattern
            300A0080 IS NumberOfBeams
            300A0082 DS BeamDoseSpecificationPoint
            300A0083 UI ReferencedDoseReferenceUID
            300A0084 DS BeamDose
            300A0086 DS BeamMeterset
            300A0088 FL BeamDosePointDepth
            300A0089 FL BeamDosePointEquivalentDepth
            300A008A FL BeamDosePointSSD
            300A008B CS BeamDoseMeaning
            300A0090 CS BeamDoseType
            300A0091 DS AlternateBeamDose
            300A0092 CS AlternateBeamDoseType
            300A00A0 IS NumberOfBrachyApplicationSetups
            300A00A2 DS BrachyApplicationSetupDoseSpecificationPoint
            300A00A4 DS BrachyApplicationSetupDose
            300A00B0 SQ BeamSequence
            300A00B2 SH TreatmentMachineName
            300A00B3 CS PrimaryDosimeterUnit
            300A00B4 DS SourceAxisDistance
            300A00B6 SQ BeamLimitingDeviceSequence
            300A00B8 CS RTBeamLimitingDeviceType
            300A00BA DS SourceToBeamLimitingDeviceDistance
            300A00BB FL IsocenterToBeamLimitingDeviceDistance
            300A00BC IS NumberOfLeafJawPairs
            300A00BE DS LeafPositionBoundaries
            300A00C0 IS BeamNumber
            300A00C2 LO BeamName
            300A00C3 ST BeamDescription
            300A00C4 CS BeamType
            300A00C6 CS RadiationType
            300A00C7 CS HighDoseTechniqueType
            300A00C8 IS ReferenceImageNumber
            300A00CA SQ PlannedVerificationImageSequence
            300A00CE CS TreatmentDeliveryType
            300A00D0 IS NumberOfWedges
            300A00D1 SQ WedgeSequence
            300A00D2 IS WedgeNumber
            300A00D3 CS WedgeType
            300A00D4 SH WedgeID
            300A00D5 IS WedgeAngle
            300A00D6 DS WedgeFactor
            300A00D8 DS WedgeOrientation
            300A00DA DS SourceToWedgeTrayDistance
            300A00DC SH BolusID
            300A00DD ST BolusDescription
            300A00E0 IS NumberOfCompensators
            300A00E1 SH MaterialID
            300A00E3 SQ CompensatorSequence
            300A00ED IS NumberOfBoli
            300A00F0 IS NumberOfBlocks
            300A00F2 DS TotalBlockTrayFactor
            300A00F4 SQ BlockSequence
            300A00F5 SH BlockTrayID
            300A00F6 DS SourceToBlockTrayDistance
            300A00F8 CS BlockType
            300A00F9 LO AccessoryCode
            300A00FA CS BlockDivergence
            300A00FB CS BlockMountingPosition
            300A00FC IS BlockNumber
            300A00FE LO BlockName
            300A0100 DS BlockThickness
            300A0102 DS BlockTransmission
            300A0104 IS BlockNumberOfPoints
            300A0106 DS BlockData
            300A0107 SQ ApplicatorSequence
            300A0108 SH ApplicatorID
            300A0109 CS ApplicatorType
            300A010A LO ApplicatorDescription
            300A010C DS CumulativeDoseReferenceCoefficient
            300A010E DS FinalCumulativeMetersetWeight
            300A0110 IS NumberOfControlPoints
            300A0111 SQ ControlPointSequence
            300A0112 IS ControlPointIndex
            300A0114 DS NominalBeamEnergy
            300A0115 DS DoseRateSet
            300A0116 SQ WedgePositionSequence
            300A0118 CS WedgePosition
            300A011A SQ BeamLimitingDevicePositionSequence
            300A011C DS LeafJawPositions
            300A011E DS GantryAngle
            300A011F CS GantryRotationDirection
            300A0120 DS BeamLimitingDeviceAngle
            300A0121 CS BeamLimitingDeviceRotationDirection
            300A0122 DS PatientSupportAngle
            300A0123 CS PatientSupportRotationDirection
            300A0125 DS TableTopEccentricAngle
            300A0126 CS TableTopEccentricRotationDirection
            300A0128 DS TableTopVerticalPosition
            300A0129 DS TableTopLongitudinalPosition
            300A012A DS TableTopLateralPosition
            300A012C DS IsocenterPosition
            300A012E DS SurfaceEntryPoint
            300A0130 DS SourceToSurfaceDistance
            300A0134 DS CumulativeMetersetWeight
            300A0140 FL TableTopPitchAngle
            300A0142 CS TableTopPitchRotationDirection
            300A0144 FL TableTopRollAngle
            300A0146 CS TableTopRollRotationDirection
            300A014A FL GantryPitchAngle
            300A014C CS GantryPitchRotationDirection
            300A0180 SQ PatientSetupSequence
            300A0182 IS PatientSetupNumber
            300A0183 LO PatientSetupLabel
            300A0190 SQ FixationDeviceSequence
            300A01A0 SQ ShieldingDeviceSequence
            300A01B0 CS SetupTechnique
            300A01B2 ST SetupTechniqueDescription
            300A01B4 SQ SetupDeviceSequence
            300A01D2 DS TableTopVerticalSetupDisplacement
            300A01D4 DS TableTopLongitudinalSetupDisplacement
            300A01D6 DS TableTopLateralSetupDisplacement
            300A0200 CS BrachyTreatmentTechnique
            300A0202 CS BrachyTreatmentType
            300A0206 SQ TreatmentMachineSequence
            300A0210 SQ SourceSequence
            300A0230 SQ ApplicationSetupSequence
            300A0280 SQ ChannelSequence
            300A02D0 SQ BrachyControlPointSequence
            300A02EA SQ IonRangeCompensatorSequence
            300A0302 IS RadiationMassNumber
            300A0304 IS RadiationAtomicNumber
            300A0306 SS RadiationChargeState
            300A0308 CS ScanMode
            300A0309 CS ModulatedScanModeType
            300A030A FL VirtualSourceAxisDistances
            300A030C SQ SnoutSequence
            300A030D FL SnoutPosition
            300A030F SH SnoutID
            300A0312 IS NumberOfRangeShifters
            300A0314 SQ RangeShifterSequence
            300A0330 IS NumberOfLateralSpreadingDevices
            300A0332 SQ LateralSpreadingDeviceSequence
            300A0334 IS LateralSpreadingDeviceNumber
            300A0336 SH LateralSpreadingDeviceID
            300A0338 CS LateralSpreadingDeviceType
            300A033C FL LateralSpreadingDeviceWaterEquivalentThickness
            300A0340 IS NumberOfRangeModulators
            300A0342 SQ RangeModulatorSequence
            300A0350 CS PatientSupportType
            300A0352 SH PatientSupportID
            300A0354 LO PatientSupportAccessoryCode
            300A035A FL MetersetRate
            300A0360 SQ RangeShifterSettingsSequence
            300A0370 SQ LateralSpreadingDeviceSettingsSequence
            300A0372 LO LateralSpreadingDeviceSetting
            300A0374 FL IsocenterToLateralSpreadingDeviceDistance
            300A0380 SQ RangeModulatorSettingsSequence
            300A0390 SH ScanSpotTuneID
            300A0392 IS NumberOfScanSpotPositions
            300A0394 FL ScanSpotPositionMap
            300A0396 FL ScanSpotMetersetWeights
            300A0398 FL ScanningSpotSize
            300A039A IS NumberOfPaintings
            300A03A0 SQ IonToleranceTableSequence
            300A03A2 SQ IonBeamSequence
            300A03A4 SQ IonBeamLimitingDeviceSequence
            300A03A6 SQ IonBlockSequence
            300A03A8 SQ IonControlPointSequence
            300A03AA SQ IonWedgeSequence
            300A03AC SQ IonWedgePositionSequence
            300A0410 SQ MotionSynchronizationSequence
            300C0002 SQ ReferencedRTPlanSequence
            300C0004 SQ ReferencedBeamSequence
            300C0006 IS ReferencedBeamNumber
            300C000A SQ ReferencedBrachyApplicationSetupSequence
            300C000C IS ReferencedBrachyApplicationSetupNumber
            300C0020 SQ ReferencedFractionGroupSequence
            300C0022 IS ReferencedFractionGroupNumber
            300C0040 SQ ReferencedVerificationImageSequence
            300C0042 SQ ReferencedReferenceImageSequence
            300C0050 SQ ReferencedDoseReferenceSequence
            300C0051 IS ReferencedDoseReferenceNumber
            300C0055 SQ BrachyReferencedDoseReferenceSequence
            300C0060 SQ ReferencedStructureSetSequence
            300C006A IS ReferencedPatientSetupNumber
            300C0080 SQ ReferencedDoseSequence
            300C00A0 IS ReferencedToleranceTableNumber
            300C00B0 SQ ReferencedBolusSequence
            300C00F0 IS ReferencedControlPointIndex
            300C00F2 SQ ReferencedControlPointSequence
            300C00F4 IS ReferencedStartControlPointIndex
            300C00F6 IS ReferencedStopControlPointIndex
            300C0102 IS ReferencedLateralSpreadingDeviceNumber
            300C0114 SQ PrescriptionOverviewSequence
            300C0115 FL TotalPrescriptionDose
            300C0116 SQ PlanOverviewSequence
            300C0117 US PlanOverviewIndex
            300C0118 US ReferencedPlanOverviewIndex
            300C0119 US NumberOfFractionsIncluded
            300C0120 SQ DoseCalibrationConditionsSequence
            300E0002 CS ApprovalStatus
            300E0004 DA ReviewDate
            300E0005 TM ReviewTime
            300E0008 PN ReviewerName
            30100077 LO TreatmentSite
            30100078 SQ TreatmentSiteCodeSequence
            52009229 SQ SharedFunctionalGroupsSequence
            52009230 SQ PerFrameFunctionalGroupsSequence
            7FE00001 OV ExtendedOffsetTable
            7FE00002 OV ExtendedOffsetTableLengths
            7FE00008 OF FloatPixelData
            7FE00009 OD DoubleFloatPixelData
            7FE00010 OW PixelData
            FFFAFFFA SQ DigitalSignaturesSequence
            FFFCFFFC OB DataSetTrailingPadding
            """;

    static {
        String[] rows = ROWS.split("\n");
        // Groups from 0x8000 on are negative: they end the table and must start it for the binary search.
        int negative = 0;
        while (Integer.parseUnsignedInt(rows[rows.length - 1 - negative].substring(0, 8), 16) < 0) {
            negative++;
        }
        TAGS = new int[rows.length];
        VRS = new Vr[rows.length];
        KEYWORDS = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            String row = rows[(i + rows.length - negative) % rows.length];
            TAGS[i] = Integer.parseUnsignedInt(row.substring(0, 8), 16);
            VRS[i] = Vr.valueOf(row.substring(9, 11));
            KEYWORDS[i] = row.substring(12);
        }
    }
}
